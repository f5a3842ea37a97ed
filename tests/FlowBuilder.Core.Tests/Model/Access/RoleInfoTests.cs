using System.Text;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Testing.Approvals;

namespace FlowBuilder.Core.Tests.Model.Access;

public sealed class RoleInfoTests
{
    private static readonly Company Company = new() { Id = new CompanyId(1), Name = "Green Valley" };

    [Fact]
    public void Who_may_do_what_is_as_approved()
    {
        var table = new StringBuilder("right".PadRight(26));
        var columns = Enum.GetValues<Role>()
            .SelectMany(role => role == Role.Marketer ? [(role, false), (role, true)] : new[] { (role, false) }).ToArray();
        foreach (var (role, needsManager) in columns) table.Append((needsManager ? "Marketer*" : role.ToString()).PadRight(11));
        table.AppendLine();
        foreach (var right in Enum.GetValues<Right>())
        {
            table.Append(right.ToString().PadRight(26));
            foreach (var (role, needsManager) in columns)
                table.Append((RoleInfo.Of(role).Rights(Company with { PublishingNeedsManager = needsManager }).Contains(right)
                    ? "yes"
                    : "-").PadRight(11));
            table.AppendLine();
        }

        table.AppendLine("* at a company where publishing needs a manager");
        string.Join('\n', table.ToString().Split('\n').Select(line => line.TrimEnd())).ShouldBeApproved("Rights");
    }

    [Fact]
    public void A_later_role_can_nothing_that_an_earlier_one_cannot()
    {
        var roles = Enum.GetValues<Role>();
        for (var i = 1; i < roles.Length; i++)
            RoleInfo.Of(roles[i])
                .Rights(Company)
                .IsSubsetOf(RoleInfo.Of(roles[i - 1]).Rights(Company))
                .ShouldBeTrue($"{roles[i]} against {roles[i - 1]}");
    }

    [Theory]
    [InlineData("owner", Role.Owner)]
    [InlineData("Manager", Role.Manager)]
    [InlineData("0", Role.Viewer)]
    [InlineData("", Role.Viewer)]
    [InlineData("root", Role.Viewer)]
    [InlineData("owner,admin", Role.Viewer)]
    public void A_word_nobody_knows_is_a_viewers(string word, Role role) => RoleInfo.Read(word).ShouldBe(role);

    [Fact]
    public void Every_role_is_read_back_from_its_word() =>
        Enum.GetValues<Role>().Select(role => RoleInfo.Read(RoleInfo.Of(role).Word)).ShouldBe(Enum.GetValues<Role>());
}
