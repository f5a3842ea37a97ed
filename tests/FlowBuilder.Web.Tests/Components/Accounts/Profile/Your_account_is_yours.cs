using System.Net;
using FlowBuilder.Application.Accounts;
using FlowBuilder.Storage.Model;
using FlowBuilder.Web.Auth.Accounts;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Accounts.Profile;

public sealed class Your_account_is_yours(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Fresh = "gravel-sunday-trombone";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_password_needs_the_old_one_and_ends_all_other_sessions()
    {
        var (email, here, there) = await TwiceAsync("changing");
        (await ChangeAsync(here, "not-the-password", Fresh)).ShouldContain("not your password");
        (await ChangeAsync(here, People.Password, "changing@green")).ShouldContain("guessed first");
        (await there.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ChangeAsync(here, People.Password, Fresh)).ShouldBeEmpty();
        (await there.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await here.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await People.SignInAsync(host.Browser(), email, Fresh);
        (await host.AuditAsync("account.password")).Count(line => line.By == "changing").ShouldBe(1);
        (await Office.MailAsync(host.Outbox, email)).ShouldContain(mail => mail.Subject == "Your password was changed");
    }

    [Fact]
    public async Task Guessing_the_old_password_there_locks_the_account()
    {
        var (email, here, _) = await TwiceAsync("hijacked");
        for (var i = 0; i < 5; i++) await ChangeAsync(here, $"guess-number-{i}", Fresh);
        (await ChangeAsync(here, People.Password, Fresh)).ShouldContain("locked for 15 minutes");
        (await host.AuditAsync("account.locked")).Count(line => line.By == "hijacked").ShouldBe(1);
        await Should.ThrowAsync<InvalidOperationException>(() => People.SignInAsync(host.Browser(), email));
    }

    [Fact]
    public async Task A_session_ended_elsewhere_is_out_at_once_and_its_cookie_is_worth_nothing()
    {
        var (_, here, there) = await TwiceAsync("two-places");
        var page = await here.GetStringAsync("/account", Stop);
        page.ShouldContain("This browser");
        // Only the lines of other browsers have a button.
        var other =
            page[..page.IndexOf("data-testid=\"end-session\"", StringComparison.Ordinal)].Split("name=\"session\" value=\"")[^1][..36];
        foreach (var door in (string[])["/account/sessions/end", "/account/sessions/end-others"])
            (await PostAsync(here, door, ("session", $"{other}"), ("password", "guessed"))).Headers.Location!.ToString()
                .ShouldContain("fault=password");
        (await there.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await PostAsync(here, "/account/sessions/end", ("session", $"{other}"), ("password", People.Password));
        (await there.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await there.GetAsync("/settings/system", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await here.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.AuditAsync("account.session-end")).Count(line => line.By == "two-places").ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_elses_session_cannot_be_ended()
    {
        var (_, victim, _) = await TwiceAsync("victim");
        var thief = await People.SignInAsync(host.Browser(), await People.HireAsync(host.Services, "thief", "owner"));
        foreach (var session in await SessionsAsync("victim@green.example"))
            await PostAsync(thief, "/account/sessions/end", ("session", $"{session}"), ("password", People.Password));
        await PostAsync(thief, "/account/sessions/end", ("session", "'; drop table sessions; --"));
        (await victim.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.AuditAsync("account.session-end")).Count(line => line.By == "thief").ShouldBe(0);
    }

    [Fact]
    public async Task Signing_out_voids_the_cookie_itself()
    {
        var email = await People.HireAsync(host.Services, "leaver", "viewer");
        var answer = await People.SubmitAsync(host.Browser(), "/sign-in", ("Input.Email", email), ("Input.Password", People.Password));
        var cookie = answer.Headers
            .GetValues("Set-Cookie")
            .Single(one => one.StartsWith("flowbuilder=", StringComparison.Ordinal))
            .Split(';')[0];
        (await WithAsync(cookie)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await host.Services.GetRequiredService<Sessions>().EndAllAsync(await AccountAsync(email), null, Stop);
        (await WithAsync(cookie)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await WithAsync(cookie[..^8] + "AAAAAAAA")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_new_name_is_used_at_every_company()
    {
        var email = await People.HireAsync(host.Services, "renamed", "viewer");
        await People.HireAsync(host.Services, "renamed-2", "viewer", company: 2, email: email);
        var browser = await People.SignInAsync(host.Browser(), email);
        await People.SubmitAsync(browser, "/account", ("_handler", "name"), ("Input.Name", "Rena\r\nMed"));
        host.CallerOf("renamed").Name.ShouldBe("Rena Med");
        host.CallerOf("renamed-2", 2).Name.ShouldBe("Rena Med");
    }

    [Fact]
    public async Task A_new_address_counts_when_its_link_is_confirmed_and_not_before()
    {
        var email = await People.HireAsync(host.Services, "mover", "viewer");
        var browser = await People.SignInAsync(host.Browser(), email);
        (await (await AddressAsync(
            browser, "moved@mail.example", "wrong")).Content.ReadAsStringAsync(Stop)).ShouldContain("not your password");
        (await AddressAsync(browser, "moved@mail.example", People.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var link = Office.LinkOf((await Office.MailAsync(host.Outbox, "moved@mail.example"))[0]);
        (await host.Browser().GetStringAsync(link, Stop)).ShouldContain("moved@mail.example");
        await People.SignInAsync(host.Browser(), email);

        var late = host.Browser();
        var page = await late.GetStringAsync(link, Stop);
        (await host.Browser()
            .GetAsync(link.Replace("moved%40", "other%40", StringComparison.Ordinal), Stop)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await People.SubmitAsync(host.Browser(), link)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await People.SignInAsync(host.Browser(), "moved@mail.example");
        await Should.ThrowAsync<InvalidOperationException>(() => People.SignInAsync(host.Browser(), email));
        host.CallerOf("mover").Person!.Email.ShouldBe("moved@mail.example");
        (await host.Browser().GetAsync(link, Stop)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await People.SendAsync(late, link, People.HiddenFields(page))).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await Office.MailAsync(
            host.Outbox, email)).ShouldContain(mail => mail.Subject == "Your sign-in has a new address: moved@mail.example");
    }

    [Fact]
    public async Task An_address_that_is_somebody_elses_gets_no_letter_and_the_page_does_not_say_so()
    {
        var (taken, witness) = (await People.HireAsync(host.Services, "holder", "viewer"), "free@mail.example");
        var browser = await People.SignInAsync(host.Browser(), await People.HireAsync(host.Services, "curious", "viewer"));
        foreach (var to in (string[])[taken, witness])
            (await AddressAsync(browser, to, People.Password)).Headers.Location!.ToString().ShouldContain("done=email");
        await Office.MailAsync(host.Outbox, witness);
        (await Office.MailAsync(host.Outbox, taken, 0)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_forged_passkey_opens_and_adds_nothing()
    {
        var browser = await People.SignInAsync(host.Browser(), await People.HireAsync(host.Services, "keyed", "viewer"));
        foreach (var credential in (string[])[
            "", "{}", "not json",
            "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\",\"attestationObject\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"},\"clientExtensionResults\":{}}"
        ])
        {
            var options = await PostAsync(browser, "/account/passkeys/options");
            (await options.Content.ReadAsStringAsync(Stop)).ShouldContain("\"id\":\"localhost\"");
            var added = await People.SubmitAsync(
                browser, "/account", ("_handler", "passkey-add"), ("credential", credential), ("passkey-name", "Mine"),
                ("passkey-password", People.Password));
            (await added.Content.ReadAsStringAsync(Stop)).ShouldContain("could not be read");
            var stranger = host.Browser();
            var page = People.HiddenFields(await stranger.GetStringAsync("/sign-in", Stop))
                .Where(field => field.Name != "_handler").ToList();
            (await People.SendAsync(stranger, "/sign-in/passkey/options", page)).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await (await People.SendAsync(
                stranger, "/sign-in",
                [
                    .. page, ("_handler", "passkey"), ("credential", credential)
                ])).Content.ReadAsStringAsync(Stop)).ShouldContain("does not belong to an account");
        }
    }

    [Fact]
    public async Task A_passkey_is_added_only_by_whoever_knows_the_password()
    {
        var browser = await People.SignInAsync(host.Browser(), await People.HireAsync(host.Services, "left-open", "viewer"));
        var added = await People.SubmitAsync(
            browser, "/account", ("_handler", "passkey-add"), ("credential", "{}"), ("passkey-name", "Mine"),
            ("passkey-password", "guessed"));
        (await added.Content.ReadAsStringAsync(Stop)).ShouldContain("not your password");
    }

    [Fact]
    public async Task However_often_a_browser_is_used_it_signs_in_again_after_a_month()
    {
        var email = await People.HireAsync(host.Services, "loyal", "viewer");
        await People.SignInAsync(host.Browser(), email);
        var (account, session) = (await AccountAsync(email), (await SessionsAsync(email)).Single());
        foreach (var (age, alive) in ((double, bool)[])[(29.9, true), (30.1, false)])
        {
            await using (var context = host.Context())
                await context.Sessions
                    .Where(row => row.Id == session)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.CreatedAt, TimeProvider.System.GetUtcNow().AddDays(-age)), Stop);
            var fresh = new Sessions(
                host.Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>(), TimeProvider.System,
                SessionSettings.Read(new ConfigurationManager()));
            (await fresh.IsAliveAsync(session, account, Stop)).ShouldBe(alive);
        }
    }

    private static string TokenIn(string page) =>
        People.HiddenFields(page).Single(field => field.Name == "__RequestVerificationToken").Value;

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, params (string, string)[] fields) =>
        await People.SendAsync(
            browser, address, [("__RequestVerificationToken", TokenIn(await browser.GetStringAsync("/account", Stop))), .. fields]);

    private static async Task<string> ChangeAsync(HttpClient browser, string old, string fresh)
    {
        var answer = await People.SubmitAsync(browser, "/account", ("_handler", "password"), ("Input.Old", old), ("Input.New", fresh));
        return answer.StatusCode == HttpStatusCode.Redirect ? "" : await answer.Content.ReadAsStringAsync(Stop);
    }

    private static Task<HttpResponseMessage> AddressAsync(HttpClient browser, string email, string password) =>
        People.SubmitAsync(browser, "/account", ("_handler", "address"), ("Address.Email", email), ("Address.Password", password));

    private async Task<(string Email, HttpClient Here, HttpClient There)> TwiceAsync(string person)
    {
        var email = await People.HireAsync(host.Services, person, "admin");
        return (email, await People.SignInAsync(host.Browser(), email), await People.SignInAsync(host.Browser(), email));
    }

    private async Task<HttpResponseMessage> WithAsync(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account");
        request.Headers.Add("Cookie", cookie);
        return await host.Server.CreateClient().SendAsync(request, Stop);
    }

    private async Task<Guid> AccountAsync(string email)
    {
        await using var context = host.Context();
        return (await context.Accounts.SingleAsync(account => account.Email == email, Stop)).Id;
    }

    private async Task<IReadOnlyList<Guid>> SessionsAsync(string email) =>
        [.. (await host.Services.GetRequiredService<Sessions>().OfAsync(await AccountAsync(email), Stop)).Select(session => session.Id)];
}
