using System.Net;
using System.Text.RegularExpressions;
using FlowBuilder.Testing;
using FlowBuilder.Web.Components.Accounts.SecondFactor;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Accounts.SecondFactor;

public sealed partial class A_second_factor_guards(ApiHost host) : IClassFixture<ApiHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_password_alone_opens_nothing()
    {
        var (email, _, _) = await TurnOnAsync("half");
        var browser = await PasswordAsync(email);
        (await browser.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await host.Browser().GetAsync("/sign-in/code", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var (email, key, _) = await TurnOnAsync("once");
        var code = AuthenticatorApp.CodeOf(key);
        (await CodeAsync(await PasswordAsync(email), code)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await CodeAsync(await PasswordAsync(email), code)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_six_browsers_that_bring_the_same_code_at_once_one_gets_in()
    {
        var (email, key, _) = await TurnOnAsync("crowded");
        var browsers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PasswordAsync(email)));
        var code = AuthenticatorApp.CodeOf(key);
        var answers = await Task.WhenAll(browsers.Select(browser => CodeAsync(browser, code)));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
    }

    [Fact]
    public async Task Turning_it_on_needs_the_password()
    {
        var browser = await People.SignInAsync(host.Browser(), await People.HireAsync(host.Services, "borrowed", "viewer"));
        var key = Key().Match(await browser.GetStringAsync("/account/two-factor", Stop)).Groups[1].Value;
        var answer = await People.SubmitAsync(
            browser, "/account/two-factor", ("Input.Code", AuthenticatorApp.CodeOf(key)), ("Input.Password", "guessed"));
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("not your password");
        (await browser.GetStringAsync("/account/two-factor", Stop)).ShouldContain("factor-on");
    }

    [Fact]
    public async Task A_recovery_code_works_once_however_it_is_typed()
    {
        var (email, _, codes) = await TurnOnAsync("recovered");
        var browser = await PasswordAsync(email);
        (await CodeAsync(browser, $" {codes[0].ToLowerInvariant().Replace('-', ' ')} ")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await CodeAsync(await PasswordAsync(email), codes[0])).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.AuditAsync("account.recovery-code")).Count(line => line.By == "recovered").ShouldBe(1);
    }

    [Theory]
    [InlineData("app", "000000")]
    [InlineData("paper", "AAAAA-AAAAA")]
    public async Task Guessing_codes_locks_the_account(string person, string wrong)
    {
        var (email, key, codes) = await TurnOnAsync(person);
        var browser = await PasswordAsync(email);
        for (var i = 0; i < 5; i++) await CodeAsync(browser, wrong);
        (await (await CodeAsync(
            browser, AuthenticatorApp.CodeOf(key))).Content.ReadAsStringAsync(Stop)).ShouldContain("Too many wrong codes");
        (await (await CodeAsync(browser, codes[0])).Content.ReadAsStringAsync(Stop)).ShouldContain("Too many wrong codes");
        (await People.SubmitAsync(
            host.Browser(), "/sign-in", ("Input.Email", email),
            ("Input.Password", People.Password))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.AuditAsync("account.locked")).Count(line => line.By == person).ShouldBe(1);
    }

    [Fact]
    public async Task The_right_password_between_two_guesses_does_not_start_the_count_anew()
    {
        var (email, _, _) = await TurnOnAsync("patient");
        for (var i = 0; i < 5; i++) await CodeAsync(await PasswordAsync(email), "000000");
        (await People.SubmitAsync(
            host.Browser(), "/sign-in", ("Input.Email", email),
            ("Input.Password", People.Password))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Turning_it_off_and_new_codes_need_the_password()
    {
        var (email, key, codes) = await TurnOnAsync("changer");
        var browser = await PasswordAsync(email);
        await CodeAsync(browser, AuthenticatorApp.CodeOf(key));
        foreach (var what in (string[])["codes", "off"])
            (await (await People.SubmitAsync(
                browser, "/account/two-factor", ("_handler", "factor-off"), ("Password.Password", "wrong"),
                ("Password.What", what))).Content.ReadAsStringAsync(Stop)).ShouldContain("not your password");

        var answer = await People.SubmitAsync(
            browser, "/account/two-factor", ("_handler", "factor-off"), ("Password.Password", People.Password), ("Password.What", "codes"));
        var fresh = RecoveryCodes().Matches(await answer.Content.ReadAsStringAsync(Stop)).Select(match => match.Value).ToList();
        fresh.Count.ShouldBe(10);
        fresh.ShouldNotContain(codes[0]);
        (await CodeAsync(await PasswordAsync(email), codes[1])).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await People.SubmitAsync(
            browser, "/account/two-factor", ("_handler", "factor-off"), ("Password.Password", People.Password),
            ("Password.What", "off"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await People.SignInAsync(host.Browser(), email);
        (await host.AuditAsync("account.two-factor-off")).Count(line => line.By == "changer").ShouldBe(1);
    }

    [Fact]
    public async Task A_browser_that_was_remembered_is_asked_again_after_the_factor_changed()
    {
        var (email, key, _) = await TurnOnAsync("known");
        var browser = await PasswordAsync(email);
        await CodeAsync(browser, AuthenticatorApp.CodeOf(key), ("Input.RememberBrowser", "true"));
        await SignOutAsync(browser);
        (await SignInAsync(browser, email)).ShouldBe("/");
        await People.SubmitAsync(
            browser, "/account/two-factor", ("_handler", "factor-off"), ("Password.Password", People.Password), ("Password.What", "off"));
        await TurnOnAsync("known", browser);
        await SignOutAsync(browser);
        (await SignInAsync(browser, email)).ShouldStartWith("/sign-in/code");
    }

    [Fact]
    public async Task The_shared_key_and_the_recovery_codes_lie_encrypted()
    {
        var (_, key, codes) = await TurnOnAsync("secret");
        await using var context = host.Context();
        var kept = await context.Set<IdentityUserToken<Guid>>().Select(token => token.Value).ToListAsync(Stop);
        kept.ShouldNotContain(
            value => value!.Contains(key, StringComparison.OrdinalIgnoreCase) || value.Contains(codes[0], StringComparison.Ordinal));
    }

    [Fact]
    public void The_picture_holds_the_address_an_app_reads()
    {
        QrPicture.Address("a+b@c.example", "KEY")
            .ShouldBe("otpauth://totp/FlowBuilder:a%2Bb%40c.example?secret=KEY&issuer=FlowBuilder&digits=6");
        QrPicture.Grouped("ABCDEFGH2").ShouldBe("abcd efgh 2");
        var picture = QrPicture.Of("hello");
        (picture.Side, picture.Path[..9]).ShouldBe((29, "M4 4h7v1H"));
    }

    private async Task<(string Email, string Key, IReadOnlyList<string> Codes)> TurnOnAsync(string person, HttpClient? browser = null)
    {
        var email = await People.HireAsync(host.Services, person, "viewer");
        browser ??= await People.SignInAsync(host.Browser(), email);
        var page = await browser.GetStringAsync("/account/two-factor", Stop);
        var key = Key().Match(page).Groups[1].Value;
        var answer = await People.SubmitAsync(
            browser, "/account/two-factor", ("Input.Code", AuthenticatorApp.CodeOf(key)), ("Input.Password", People.Password));
        return (email, key.Replace(
            " ", "",
            StringComparison.Ordinal), [.. RecoveryCodes()
                .Matches(await answer.Content.ReadAsStringAsync(Stop))
                .Select(match => match.Value)]);
    }

    private async Task<HttpClient> PasswordAsync(string email)
    {
        var browser = host.Browser();
        (await SignInAsync(browser, email)).ShouldStartWith("/sign-in/code");
        return browser;
    }

    private static async Task<string> SignInAsync(HttpClient browser, string email)
    {
        var answer = await People.SubmitAsync(browser, "/sign-in", ("Input.Email", email), ("Input.Password", People.Password));
        return answer.Headers.Location is { } to ? new Uri(new Uri("http://localhost"), to).PathAndQuery : "";
    }

    private static async Task SignOutAsync(HttpClient browser) =>
        await People.SendAsync(
            browser, "/account/sign-out",
            [People.HiddenFields(await browser.GetStringAsync("/account", Stop))
                .Single(field => field.Name == "__RequestVerificationToken")]);

    private static Task<HttpResponseMessage> CodeAsync(HttpClient browser, string code, params (string, string)[] more) =>
        People.SubmitAsync(browser, "/sign-in/code", [("Input.Code", code), .. more]);

    [GeneratedRegex("data-testid=\"factor-key\">([a-z2-7 ]+)<")]
    private static partial Regex Key();

    [GeneratedRegex("(?<=<code>)[A-Z0-9]{5}-[A-Z0-9]{5}")]
    private static partial Regex RecoveryCodes();
}
