using System.Net;
using System.Text.RegularExpressions;
using FlowBuilder.Application.People;
using FlowBuilder.Testing;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Accounts.SecondFactor;

public sealed partial class A_company_may_ask_for_a_second_factor : IAsyncDisposable
{
    private readonly ApiHost _host = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SignInHelp Help => _host.Services.GetRequiredService<SignInHelp>();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Then_who_has_none_is_led_to_it_and_works_once_it_is_set_up()
    {
        await People.HireAsync(_host.Services, "boss", "owner");
        var browser = await People.SignInAsync(_host.Browser(), await People.HireAsync(_host.Services, "late", "owner"));
        (await browser.GetAsync("/settings/users", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Help.RequireFactorAsync(_host.CallerOf("boss"), required: true, hasFactor: false, Stop)).ShouldNotBeNull()
            .ShouldContain("lock you out");
        (await Help.RequireFactorAsync(_host.CallerOf("boss"), required: true, hasFactor: true, Stop)).ShouldBeNull();

        // The session from before has no factor: at once nothing is allowed but setting it up.
        var answer = await browser.GetAsync("/settings/users", Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldEndWith("/account/two-factor");
        var key = Key().Match(await browser.GetStringAsync("/account/two-factor", Stop)).Groups[1].Value;
        await People.SubmitAsync(
            browser, "/account/two-factor", ("Input.Code", AuthenticatorApp.CodeOf(key)), ("Input.Password", People.Password));
        (await browser.GetAsync("/settings/users", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);

        // And without it again nothing.
        await People.SubmitAsync(
            browser, "/account/two-factor", ("_handler", "factor-off"), ("Password.Password", People.Password), ("Password.What", "off"));
        (await browser.GetAsync("/settings/users", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _host.AuditAsync("company.second-factor")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_looks_after_people_signs_them_out_and_takes_a_lost_factor_away()
    {
        await People.HireAsync(_host.Services, "chief", "admin");
        var email = await People.HireAsync(_host.Services, "phoneless", "marketer");
        var browser = await People.SignInAsync(_host.Browser(), email);
        var key = Key().Match(await browser.GetStringAsync("/account/two-factor", Stop)).Groups[1].Value;
        await People.SubmitAsync(
            browser, "/account/two-factor", ("Input.Code", AuthenticatorApp.CodeOf(key)), ("Input.Password", People.Password));
        (await Help.ResetFactorAsync(_host.CallerOf("chief"), "phoneless", Stop)).ShouldBeNull();
        (await browser.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        browser = await People.SignInAsync(_host.Browser(), email);
        (await browser.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Help.SignOutAsync(_host.CallerOf("chief"), "phoneless", Stop)).ShouldBeNull();
        (await browser.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _host.AuditAsync("user.factor-reset")).Count.ShouldBe(1);
        (await _host.AuditAsync("user.sign-out")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Other_browsers_of_somebody_who_turns_the_factor_off_sign_in_again()
    {
        var email = await People.HireAsync(_host.Services, "two-browsers", "owner");
        var here = await People.SignInAsync(_host.Browser(), email);
        var key = Key().Match(await here.GetStringAsync("/account/two-factor", Stop)).Groups[1].Value;
        await People.SubmitAsync(
            here, "/account/two-factor", ("Input.Code", AuthenticatorApp.CodeOf(key)), ("Input.Password", People.Password));
        var codes = Code().Matches(
            await (await People.SubmitAsync(
                here, "/account/two-factor", ("_handler", "factor-off"), ("Password.Password", People.Password),
                ("Password.What", "codes"))).Content.ReadAsStringAsync(Stop));
        var there = _host.Browser();
        (await People.SubmitAsync(
            there, "/sign-in", ("Input.Email", email), ("Input.Password", People.Password))).Headers.Location!.ToString()
            .ShouldContain("/sign-in/code");
        await People.SubmitAsync(there, "/sign-in/code", ("Input.Code", codes[0].Value));
        (await there.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await People.SubmitAsync(
            here, "/account/two-factor", ("_handler", "factor-off"), ("Password.Password", People.Password), ("Password.What", "off"));
        (await here.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await there.GetAsync("/account", Stop)).StatusCode.ShouldBe(HttpStatusCode.Redirect, "it said that a factor proved the person");
    }

    [Fact]
    public async Task Not_of_an_owner_unless_one_is_an_owner_nor_of_somebody_who_works_elsewhere_too()
    {
        await People.HireAsync(_host.Services, "admin", "admin");
        await People.HireAsync(_host.Services, "proprietor", "owner");
        var shared = await People.HireAsync(_host.Services, "shared", "marketer");
        await People.HireAsync(_host.Services, "shared-2", "marketer", company: 2, email: shared);
        foreach (var help in (Func<string, Task<string?>>[])[
            person => Help.SignOutAsync(_host.CallerOf("admin"), person, Stop),
            person => Help.ResetFactorAsync(_host.CallerOf("admin"), person, Stop)
        ])
        {
            (await help("proprietor")).ShouldNotBeNull().ShouldContain("Only owners");
            (await help("shared")).ShouldNotBeNull().ShouldContain("another company");
            (await help("admin")).ShouldNotBeNull().ShouldContain("Your account");
            (await help("nobody")).ShouldNotBeNull();
        }
    }

    [GeneratedRegex("data-testid=\"factor-key\">([^<]+)<")]
    private static partial Regex Key();

    [GeneratedRegex("(?<=<li>(?:<code>)?)[A-Z0-9]{4,5}-[A-Z0-9]{4,6}")]
    private static partial Regex Code();
}
