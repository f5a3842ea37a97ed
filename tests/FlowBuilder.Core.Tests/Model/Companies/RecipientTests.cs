using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using Shouldly;
using Xunit;

namespace FlowBuilder.Core.Tests.Model.Companies;

public sealed class RecipientTests
{
    private static readonly Person Olive = new("olive", "Olive Owen", "olive@example.com", null, "owner", IsPrimaryOwner: true);
    private static readonly Person Mia = new("mia", "Mia Moss", "mia@example.com", null, "manager");
    private static readonly Person Max = new("max", "Max Moor", null, null, "Manager");

    [Theory]
    [InlineData("owner", typeof(Recipient.Owner))]
    [InlineData("assigned", typeof(Recipient.Assigned))]
    [InlineData("user:mia", typeof(Recipient.User))]
    [InlineData("role:manager", typeof(Recipient.InRole))]
    public void What_is_read_is_written_as_it_was(string written, Type expected)
    {
        var read = Recipient.Parse(written).ShouldNotBeNull();
        read.ShouldBeOfType(expected);
        read.ToString().ShouldBe(written);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mia")]
    [InlineData("user:")]
    [InlineData("role:")]
    [InlineData("Owner")]
    [InlineData("USER:mia")]
    public void Anything_else_is_nobody(string? written) => Recipient.Parse(written).ShouldBeNull();

    [Theory]
    [InlineData("owner", null, "olive")]
    [InlineData("assigned", "mia", "mia")]
    [InlineData("assigned", "mia@example.com", "mia")]
    [InlineData("assigned", null, "")]
    [InlineData("assigned", "someone who left", "")]
    [InlineData("user:max", "mia", "max")]
    [InlineData("user:gone", null, "")]
    [InlineData("role:manager", null, "mia max")]
    [InlineData("role:janitor", null, "")]
    public void The_people_meant_are_found_in_the_company(string written, string? assignedTo, string found) =>
        string.Join(' ', Recipient.Parse(written)!.Among(Firm, assignedTo).Select(person => person.Id)).ShouldBe(found);

    [Fact]
    public void A_person_of_the_audit_log_is_written_like_a_recipient()
    {
        Actor.Of(Mia).ShouldBe(new Actor("user:mia", "Mia Moss"));
        Actor.Of(Mia).PersonId.ShouldBe("mia");
        Actor.System.PersonId.ShouldBeNull();
        new Actor("key:12", "Website").PersonId.ShouldBeNull();
    }

    private static Company Firm => new() { Id = new CompanyId(1), Name = "Green & Sons", People = [Olive, Mia, Max] };
}
