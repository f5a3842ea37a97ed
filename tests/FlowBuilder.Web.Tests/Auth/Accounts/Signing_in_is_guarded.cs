using System.Net;
using FlowBuilder.Web.Auth.Accounts;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Auth.Accounts;

public sealed class Signing_in_is_guarded(ApiHost host) : IClassFixture<ApiHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Guessing_locks_the_account_and_no_answer_tells_whether_there_is_one()
    {
        var email = await People.HireAsync(host.Services, "guessed", "viewer");
        var unknown = await FaultAsync("nobody@green.example", "some-wrong-password");
        unknown.ShouldContain("Email or password is wrong");
        for (var i = 0; i < 5; i++) (await FaultAsync(email, $"wrong-password-{i}")).ShouldBe(unknown);
        // Locked: the right password is refused in the same words.
        (await FaultAsync(email, People.Password)).ShouldBe(unknown);
        var line = (await host.AuditAsync("account.locked")).Single();
        (line.ActorId, line.Words).ShouldBe(("user:guessed", "was locked out for 15 minutes after too many wrong attempts"));

        await using (var context = host.Context())
            await context.Accounts
                .Where(account => account.Email == email)
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.LockoutEnd, DateTimeOffset.UtcNow.AddSeconds(-1)), Stop);
        await People.SignInAsync(host.Browser(), email);
    }

    [Theory]
    [InlineData("/settings/users?x=1#top", "/settings/users?x=1#top")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("/%2F/evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/\r\nSet-Cookie: a=b", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("evil.example", "/")]
    [InlineData(" //evil.example", "/")]
    [InlineData("", "/")]
    public async Task It_leads_only_to_addresses_of_this_site(string back, string leadsTo)
    {
        var email = await People.HireAsync(host.Services, "goer", "admin");
        var browser = host.Browser();
        var answer = await People.SubmitAsync(
            browser, $"/sign-in?back={Uri.EscapeDataString(back)}", ("Input.Email", email), ("Input.Password", People.Password));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        PathOf(answer).ShouldBe(leadsTo);
        PathOf(await browser.GetAsync($"/sign-in?back={Uri.EscapeDataString(back)}", Stop)).ShouldBe(leadsTo);
        var token =
            People.HiddenFields(await browser.GetStringAsync("/account", Stop)).Single(field => field.Name == "__RequestVerificationToken");
        PathOf(await People.SendAsync(browser, "/account/sign-out", [token, ("back", back)]))
            .ShouldBe(leadsTo == "/" ? "/sign-in" : leadsTo);
    }

    [Theory]
    [InlineData("/sign-in", "sign-in")]
    [InlineData("/sign-in", "passkey")]
    [InlineData("/sign-in/code", "code")]
    [InlineData("/forgot-password", "forgot")]
    [InlineData("/account", "password")]
    [InlineData("/account", "name")]
    [InlineData("/account", "address")]
    [InlineData("/account", "passkey-add")]
    [InlineData("/account/two-factor", "factor-on")]
    [InlineData("/account/two-factor", "factor-off")]
    [InlineData("/account/sign-out", null)]
    [InlineData("/account/company", null)]
    [InlineData("/account/sessions/end", null)]
    [InlineData("/account/sessions/end-others", null)]
    [InlineData("/account/passkeys/options", null)]
    [InlineData("/account/passkeys/remove", null)]
    [InlineData("/sign-in/passkey/options", null)]
    public async Task A_form_that_came_from_elsewhere_is_refused(string address, string? form)
    {
        var browser = await People.SignInAsync(host.Browser(), await People.HireAsync(host.Services, "victim", "viewer"));
        (string, string)[] fields = form is null ? [("session", "x")] : [("_handler", form), ("Input.Email", "x"), ("Input.Password", "y")];
        (await People.SendAsync(browser, address, fields)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await People.SendAsync(
            browser, address, [.. fields, ("__RequestVerificationToken", "CfDJ8forged")])).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/two-factor")]
    [InlineData("/settings/users")]
    public async Task A_stranger_is_sent_to_sign_in(string page)
    {
        var answer = await host.Browser().GetAsync(page, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldContain($"/sign-in?back={Uri.EscapeDataString(page)}");
    }

    [Fact]
    public async Task A_network_address_that_tries_too_often_has_to_wait()
    {
        await using var strict = new ApiHost().WithWebHostBuilder(builder => builder.UseSetting("RateLimits:DoorsPerMinute", "3"));
        var browser = strict.Browser();
        for (var i = 0; i < 3; i++)
            (await People.SubmitAsync(
                browser, "/sign-in", ("Input.Email", "a@b.example"), ("Input.Password", "x"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var page in (string[])[
            "/sign-in", "/forgot-password", "/sign-in/passkey/options", "/set-up/x", "/invitation/x", $"/reset-password/{Guid.Empty}/x"
        ])
        {
            var answer = await People.SendAsync(browser, page, []);
            answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests, page);
            answer.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
            (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("Too many attempts");
        }

        (await browser.GetAsync("/sign-in", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Production_lets_nobody_in_who_came_with_a_demo()
    {
        await using var strict = new ApiHost().WithWebHostBuilder(
            builder => builder.UseEnvironment("Production").UseSetting("Qa:Enabled", "false").UseSetting("PublicUrl", "https://localhost"));
        var (demo, real) =
            (await People.HireAsync(strict.Services, "walter", "owner"), await People.HireAsync(strict.Services, "wendy", "owner"));
        var before = await People.SignInAsync(strict.Browser("https://localhost/"), demo);
        await using (var context = strict.Rows())
            await context.Accounts
                .Where(account => account.Email == demo)
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.Demo, true), Stop);
        await People.SignInAsync(strict.Browser("https://localhost/"), real);
        await Should.ThrowAsync<InvalidOperationException>(() => People.SignInAsync(strict.Browser("https://localhost/"), demo));

        // Sessions from before are ended at the start of the program.
        await using (var context = strict.Rows()) (await context.Sessions.CountAsync(Stop)).ShouldBe(2);
        await strict.Services.GetRequiredService<Web.Hosting.Lifetime.StartCheck>().CheckAsync(Stop);
        await using (var context = strict.Rows()) (await context.Sessions.CountAsync(Stop)).ShouldBe(1);
        before.Dispose();
    }

    [Fact]
    public async Task What_happened_to_a_sign_in_stands_in_the_log_of_each_of_its_companies()
    {
        var email = await People.HireAsync(host.Services, "both", "viewer");
        await People.HireAsync(host.Services, "both-too", "viewer", company: 2, email: email);
        await People.SignInAsync(host.Browser(), email);
        foreach (var company in (int[])[1, 2])
            (await host.AuditAsync(AccountSignIn.SignedIn, company))
                .Where(line => line.By.StartsWith("both", StringComparison.Ordinal))
                .Select(line => line.Words)
                .ShouldBe(["signed in with Another browser"]);
    }

    private static string PathOf(HttpResponseMessage answer)
    {
        var to = answer.Headers.Location!.ToString();
        return to.StartsWith("http://localhost", StringComparison.Ordinal) ? to["http://localhost".Length..] : to;
    }

    private async Task<string> FaultAsync(string email, string password)
    {
        var answer = await People.SubmitAsync(host.Browser(), "/sign-in", ("Input.Email", email), ("Input.Password", password));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await answer.Content.ReadAsStringAsync(Stop);
        return page[page.IndexOf("role=\"alert\"", StringComparison.Ordinal)..page.IndexOf("</p>", StringComparison.Ordinal)];
    }
}
