using System.Net;
using FlowBuilder.Application.Accounts;
using FlowBuilder.Application.People;
using FlowBuilder.Application.People.Invitations;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Accounts.Invitations;

public sealed class An_invitation_lets_one_person_in : IAsyncDisposable
{
    private const string Mike = "mike@mail.example";
    private static readonly (string, string)[] Joining = [("Input.Name", "Mike Mower"), ("Input.Password", "gravel-sunday-trombone")];

    private readonly ApiHost _host = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private InvitationSending InvitationSending => _host.Services.GetRequiredService<InvitationSending>();

    [Fact]
    public async Task A_new_person_sets_name_and_password_and_works_here()
    {
        var link = await InviteAsync();
        var browser = _host.Browser();
        (await browser.GetStringAsync(link, Stop)).ShouldContain("as <strong>a manager</strong>");
        (await RowAsync()).AcceptedAt.ShouldBeNull();

        (await People.SubmitAsync(browser, link, Joining)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var person = await PersonAsync("mike-mower");
        (person.Name, person.Email, person.Role).ShouldBe(("Mike Mower", Mike, "manager"));
        (await browser.GetStringAsync("/", Stop)).ShouldContain("Welcome, Mike");
        var line = (await _host.AuditAsync("invitation.accept")).Single();
        (line.By, line.Words, line.After).ShouldBe(("Mike Mower", "accepted the invitation from boss", "Manager"));
    }

    [Fact]
    public async Task The_link_works_once()
    {
        var link = await InviteAsync();
        await People.SubmitAsync(_host.Browser(), link, Joining);
        await ShouldBeVoidAsync(link, "already accepted");
    }

    [Fact]
    public async Task Two_who_accept_at_the_same_moment_make_one_person()
    {
        var link = await InviteAsync();
        var browsers = new[] { _host.Browser(), _host.Browser(), _host.Browser() };
        var pages = await Task.WhenAll(browsers.Select(browser => browser.GetStringAsync(link, Stop)));
        var answers = await Task.WhenAll(browsers.Select(
            (browser, i) => People.SendAsync(browser, link, [.. People.HiddenFields(pages[i]), .. Joining])));
        answers.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.Gone, HttpStatusCode.Gone]);
        await using var context = _host.Context();
        (await context.Users.CountAsync(row => row.Email == Mike, Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task A_forged_an_expired_a_withdrawn_and_a_replaced_link_say_so_and_let_nobody_in()
    {
        var link = await InviteAsync();
        await ShouldBeVoidAsync("/invitation/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "not valid");
        var forged = link[..^1] + (link[^1] == 'A' ? 'B' : 'A');
        await ShouldBeVoidAsync(forged, "not valid");

        var row = await RowAsync();
        (await InvitationSending.ResendAsync(_host.CallerOf("boss"), row.Id, Stop)).Refused.ShouldBeNull();
        await ShouldBeVoidAsync(link, "not valid");
        link = Office.LinkOf((await Office.MailAsync(_host.Outbox, Mike, 2)).Single(mail => Office.LinkOf(mail) != link));
        await using (var context = _host.Context())
            await context.Invitations.ExecuteUpdateAsync(
                set => set.SetProperty(one => one.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1)), Stop);
        await ShouldBeVoidAsync(link, "expired");
        await using (var context = _host.Context())
            await context.Invitations.ExecuteUpdateAsync(
                set => set.SetProperty(one => one.ExpiresAt, DateTimeOffset.UtcNow.AddDays(1)), Stop);
        (await InvitationSending.WithdrawAsync(_host.CallerOf("boss"), row.Id, Stop)).ShouldBeNull();
        await ShouldBeVoidAsync(link, "withdrawn");
        (await PeopleOfAsync()).ShouldNotContain(Mike);
    }

    [Fact]
    public async Task A_form_that_was_open_when_the_invitation_was_withdrawn_lets_nobody_in()
    {
        var link = await InviteAsync();
        var browser = _host.Browser();
        var page = await browser.GetStringAsync(link, Stop);
        await InvitationSending.WithdrawAsync(_host.CallerOf("boss"), (await RowAsync()).Id, Stop);
        var answer = await People.SendAsync(browser, link, [.. People.HiddenFields(page), .. Joining]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("This invitation was withdrawn");
        (await PeopleOfAsync()).ShouldNotContain(Mike);
    }

    [Fact]
    public async Task The_token_lies_nowhere_in_the_database()
    {
        var token = (await InviteAsync()).Split('/')[^1];
        (await RowAsync()).TokenHash.ShouldBe(RandomToken.Hash(token));
        (await RowAsync()).ExpiresAt.ShouldBe(DateTimeOffset.UtcNow.AddDays(7), TimeSpan.FromMinutes(1));
        (await _host.AuditAsync("invitation.send")).Single().Words.ShouldBe($"invited {Mike} as a manager");
    }

    [Fact]
    public async Task Somebody_named_in_sequences_without_a_sign_in_is_linked_and_not_doubled()
    {
        await using (var context = _host.Context())
        {
            context.Users.Add(new UserRow { Id = "crew-7", Name = "Mike", Email = "Mike@Mail.example", Role = "office" });
            await context.SaveChangesAsync(Stop);
        }

        await People.SubmitAsync(_host.Browser(), await InviteAsync(), Joining);
        var person = await PersonAsync("crew-7");
        (person.Role, person.AccountId is not null, person.Name).ShouldBe(("manager", true, "Mike Mower"));
        (await PeopleOfAsync()).Count(email => string.Equals(email, Mike, StringComparison.OrdinalIgnoreCase)).ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_with_a_sign_in_elsewhere_signs_in_and_accepts_and_the_inviter_learns_nothing()
    {
        await People.HireAsync(_host.Services, "mike", "owner", company: 2, email: Mike);
        var link = await InviteAsync();
        var stranger = await InvitationSending.InviteAsync(_host.CallerOf("boss"), "nobody@mail.example", Role.Manager, Stop);
        stranger.ShouldBe(InviteAnswer.Yes("nobody@mail.example", null));
        await using (var context = _host.Context()) (await context.Invitations.AllAsync(row => row.UserId == null, Stop)).ShouldBeTrue();
        (await _host.Services.GetRequiredService<ColleagueList>().ReadAsync(_host.CallerOf("boss"), Stop))
            .Single(one => one.Email == Mike).Name.ShouldBeNull();

        // The link alone is not enough: whoever else holds it cannot set a new password for the account.
        (await _host.Browser().GetStringAsync(link, Stop)).ShouldContain("to-sign-in");
        (await People.SendAsync(
            _host.Browser(), link,
            [
                .. People.HiddenFields(await _host.Browser().GetStringAsync("/sign-in", Stop)), ("_handler", "join"), .. Joining
            ])).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var browser = await People.SignInAsync(_host.Browser(), Mike);
        (await People.SubmitAsync(browser, link)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await PersonAsync("mike")).Role.ShouldBe("manager");
        (await browser.GetStringAsync("/", Stop)).ShouldContain("Company 1");
    }

    [Fact]
    public async Task Somebody_elses_sign_in_is_told_so_and_cannot_accept()
    {
        var link = await InviteAsync();
        var browser = await _host.SignedInAsync("owner", company: 2);
        var page = await browser.GetStringAsync(link, Stop);
        page.ShouldContain("wrong-account");
        (await People.SendAsync(
            browser, link, [.. People.HiddenFields(page), ("_handler", "accept")])).StatusCode.ShouldNotBe(HttpStatusCode.Redirect);
        (await RowAsync()).AcceptedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_removed_person_is_restored_and_not_invited()
    {
        await People.HireAsync(_host.Services, "mike", "office", email: Mike);
        await using (var context = _host.Context())
            await context.Users
                .Where(row => row.Id == "mike")
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.RemovedAt, DateTimeOffset.UtcNow), Stop);
        (await InviteAnswerAsync()).Refused!.ShouldContain("Restore");
    }

    [Fact]
    public async Task What_cannot_be_invited_is_refused()
    {
        await BossAsync();
        foreach (var email in (string[])[
            "mike", "a@b.example\r\nBcc: c@d.example", "olive@green.example, x@y.example", "Mike <mike@mail.example>", ""
        ])
            (await InvitationSending.InviteAsync(
                _host.CallerOf("boss"), email, Role.Viewer, Stop)).Refused!.ShouldContain("not an email address");
        (await InvitationSending.InviteAsync(
            _host.CallerOf("boss"), "boss@green.example", Role.Viewer, Stop)).Refused!.ShouldContain("already works here");
    }

    [Fact]
    public async Task Nobody_is_invited_twice()
    {
        await InviteAsync();
        (await InviteAnswerAsync(email: "MIKE@mail.example")).Refused!.ShouldContain("already been invited");
    }

    [Fact]
    public async Task Only_owners_invite_owners()
    {
        await BossAsync();
        await People.HireAsync(_host.Services, "ada", "admin");
        (await InvitationSending.InviteAsync(_host.CallerOf("ada"), Mike, Role.Owner, Stop)).Refused!.ShouldContain("Only owners");
        // Olive is the primary owner of company 1, without a sign-in.
        (await InvitationSending.InviteAsync(
            _host.CallerOf("ada"), "olive@green.example", Role.Viewer, Stop)).Refused!.ShouldContain("Only owners");
        await InvitationSending.InviteAsync(_host.CallerOf("boss"), Mike, Role.Owner, Stop);
        (await InvitationSending.WithdrawAsync(_host.CallerOf("ada"), (await RowAsync()).Id, Stop))!.ShouldContain("Only owners");
        (await InvitationSending.ResendAsync(_host.CallerOf("ada"), (await RowAsync()).Id, Stop)).Refused!.ShouldContain("Only owners");
    }

    [Fact]
    public async Task Another_companys_invitation_is_not_there()
    {
        await InviteAsync();
        await People.HireAsync(_host.Services, "chief", "owner", company: 2);
        (await InvitationSending.WithdrawAsync(_host.CallerOf("chief", 2), (await RowAsync()).Id, Stop))!.ShouldContain("no longer open");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Task BossAsync() => People.HireAsync(_host.Services, "boss", "owner");

    private async Task<InviteAnswer> InviteAnswerAsync(Role role = Role.Manager, string email = Mike)
    {
        await BossAsync();
        return await InvitationSending.InviteAsync(_host.CallerOf("boss"), email, role, Stop);
    }

    private async Task<string> InviteAsync()
    {
        (await InviteAnswerAsync()).ShouldBe(InviteAnswer.Yes(Mike, null));
        return Office.LinkOf((await Office.MailAsync(_host.Outbox, Mike))[^1]);
    }

    private async Task ShouldBeVoidAsync(string link, string words)
    {
        var answer = await _host.Browser().GetAsync(link, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        var page = await answer.Content.ReadAsStringAsync(Stop);
        page.ShouldContain(words);
        page.ShouldNotContain("<form");
    }

    private async Task<InvitationRow> RowAsync()
    {
        await using var context = _host.Context();
        return await context.Invitations.AsNoTracking().SingleAsync(row => row.Email == Mike, Stop);
    }

    private async Task<UserRow> PersonAsync(string id)
    {
        await using var context = _host.Context();
        return await context.Users.AsNoTracking().SingleAsync(row => row.Id == id, Stop);
    }

    private async Task<IReadOnlyList<string?>> PeopleOfAsync()
    {
        await using var context = _host.Context();
        return await context.Users.Select(row => row.Email).ToListAsync(Stop);
    }
}
