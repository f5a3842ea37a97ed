using FlowBuilder.Application.People;
using FlowBuilder.Application.People.Invitations;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Settings.Users;

/// <summary>At company 1 Olive (<c>owner-1</c>) is the primary owner; the others are hired.</summary>
public sealed class People_are_changed_by_the_rules(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly ApiHost _host = host;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PeopleChanges Changes => _host.Services.GetRequiredService<PeopleChanges>();

    [Theory]
    [InlineData("second", "mia", Role.Owner, null)]
    [InlineData("second", "owner-1", Role.Admin, "primary owner")]
    [InlineData("second", "second", Role.Admin, "your own role")]
    [InlineData("ada", "mia", Role.Manager, null)]
    [InlineData("ada", "mia", Role.Owner, "Only owners")]
    [InlineData("ada", "second", Role.Viewer, "Only owners")]
    [InlineData("ada", "ada", Role.Owner, "your own role")]
    [InlineData("ada", "nobody", Role.Viewer, "no longer here")]
    public async Task A_role_is_changed_or_it_is_said_why_not(string by, string whom, Role role, string? words)
    {
        await HireAsync();
        var before = (await _host.AuditAsync("user.role")).Count;
        var fault = await Changes.ChangeRoleAsync(_host.CallerOf(by), whom, role, Stop);
        if (words is null)
        {
            fault.ShouldBeNull();
            _host.CallerOf(whom).Person!.Role.ShouldBe(RoleInfo.Of(role).Word);
            var line = (await _host.AuditAsync("user.role"))[^1];
            (line.By, line.Subject, line.Words, line.Before, line.After).ShouldBe(
                (by, $"user:{whom}", $"changed the role of {whom}", "Marketer", role.ToString()));
        }
        else
        {
            fault!.ShouldContain(words);
            (await _host.AuditAsync("user.role")).Count.ShouldBe(before);
        }
    }

    [Theory]
    [InlineData("second", "mia", null)]
    [InlineData("second", "owner-1", "primary owner")]
    [InlineData("second", "second", "remove yourself")]
    [InlineData("ada", "second", "Only owners")]
    public async Task A_person_is_removed_or_it_is_said_why_not(string by, string whom, string? words)
    {
        await HireAsync();
        var fault = await Changes.RemoveAsync(_host.CallerOf(by), whom, Stop);
        if (words is not null)
        {
            fault!.ShouldContain(words);
            return;
        }

        fault.ShouldBeNull();
        await using (var context = _host.Context())
        {
            var row = await context.Users.SingleAsync(one => one.Id == whom, Stop);
            (row.RemovedAt is null, row.AccountId is null).ShouldBe((false, false));
        }

        (await Changes.RestoreAsync(_host.CallerOf(by), whom, Stop)).ShouldBeNull();
        _host.CallerOf(whom).Person!.Role.ShouldBe("marketer");
        (await _host.AuditAsync("user.remove"))[^1].Before.ShouldBe("Marketer");
        (await _host.AuditAsync("user.restore"))[^1].After.ShouldBe("Marketer");
    }

    [Fact]
    public async Task A_removed_person_is_out_with_the_next_call_and_goes_on_at_another_company()
    {
        await HireAsync();
        await People.HireAsync(_host.Services, "ada-2", "viewer", company: 2, email: "ada@green.example");
        var browser = await People.SignInAsync(_host.Browser(), "ada@green.example");
        (await browser.GetStringAsync("/settings/users", Stop)).ShouldContain("Company 1");
        await Changes.RemoveAsync(_host.CallerOf("second"), "ada", Stop);
        (await browser.GetAsync("/settings/users", Stop)).StatusCode.ShouldNotBe(System.Net.HttpStatusCode.OK);
        (await browser.GetStringAsync("/", Stop)).ShouldContain("Company 2");
    }

    [Fact]
    public async Task The_primary_owner_is_handed_over_to_an_owner_by_an_owner()
    {
        await HireAsync();
        (await Changes.HandOverAsync(_host.CallerOf("ada"), "second", Stop))!.ShouldContain("Only owners");
        (await Changes.HandOverAsync(_host.CallerOf("second"), "mia", Stop))!.ShouldContain("not an owner");
        (await Changes.HandOverAsync(_host.CallerOf("second"), "second", Stop)).ShouldBeNull();
        var line = (await _host.AuditAsync("user.primary-owner"))[^1];
        (line.Before, line.After).ShouldBe(("Olive Owner", "second"));
        await using (var context = _host.Context())
            (await context.Users.Where(row => row.IsPrimaryOwner).Select(row => row.Id).ToListAsync(Stop)).ShouldBe(["second"]);
        (await Changes.RemoveAsync(_host.CallerOf("second"), "owner-1", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Two_owners_who_demote_each_other_at_the_same_moment_leave_one()
    {
        await HireAsync();
        await People.HireAsync(_host.Services, "third", "owner");
        var (second, third) = (_host.CallerOf("second"), _host.CallerOf("third"));
        await Task.WhenAll(
            Changes.ChangeRoleAsync(second, "third", Role.Viewer, Stop), Changes.ChangeRoleAsync(third, "second", Role.Viewer, Stop));
        await using var context = _host.Context();
        (await context.Users.CountAsync(row => row.Role == "owner" && row.AccountId != null && row.RemovedAt == null, Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task Another_companys_person_is_not_there()
    {
        await HireAsync();
        await People.HireAsync(_host.Services, "chief", "owner", company: 2);
        (await Changes.RemoveAsync(_host.CallerOf("chief", 2), "mia", Stop))!.ShouldContain("no longer here");
        _host.CallerOf("mia").Person!.Role.ShouldBe("marketer");
    }

    [Fact]
    public async Task The_list_says_how_everybody_signs_in()
    {
        await HireAsync();
        await People.SignInAsync(_host.Browser(), "ada@green.example");
        await Changes.RemoveAsync(_host.CallerOf("second"), "mia", Stop);
        await _host.Services
            .GetRequiredService<InvitationSending>()
            .InviteAsync(_host.CallerOf("second"), "new@mail.example", Role.Office, Stop);
        var list = await _host.Services.GetRequiredService<ColleagueList>().ReadAsync(_host.CallerOf("ada"), Stop);
        list.Where(one => one.Key != "third").Select(one => (one.Shown, one.State, one.When is not null, one.TwoFactor)).ShouldBe(
        [
            ("ada", ColleagueState.SignsIn, true, false), ("Olive Owner", ColleagueState.NoSignIn, false, null),
            ("second", ColleagueState.SignsIn, false, false),
            ("new@mail.example", ColleagueState.Invited, true, null), ("mia", ColleagueState.Removed, true, null),
        ]);
        list[0].IsMe.ShouldBeTrue();
    }

    /// <summary>Everybody as the class says, whatever a test before has made of them.</summary>
    private async Task HireAsync()
    {
        await using (var context = _host.Context())
        {
            await context.Invitations.ExecuteDeleteAsync(Stop);
            foreach (var row in await context.Users.ToListAsync(Stop))
                (row.IsPrimaryOwner, row.RemovedAt) = (row.Id == "owner-1", row.Id == "third" ? DateTimeOffset.UnixEpoch : null);
            await context.SaveChangesAsync(Stop);
        }

        await People.HireAsync(_host.Services, "second", "owner");
        await People.HireAsync(_host.Services, "ada", "admin");
        await People.HireAsync(_host.Services, "mia", "marketer");
    }
}
