using System.Net;
using System.Text.RegularExpressions;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace FlowBuilder.Web.Tests.Hosting.Headers;

public sealed partial class Answers_carry_their_protection(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/nowhere")]
    [InlineData("/health/live")]
    [InlineData("/u/no-such-token")]
    public async Task Every_answer_forbids_foreign_frames_scripts_and_sniffing(string address)
    {
        using var answer = await host.CreateClient(new() { AllowAutoRedirect = false })
            .GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("default-src");
        Scripts().Match(policy).Value.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task The_one_inline_script_is_let_through_by_a_number_used_once()
    {
        using var browser = host.CreateClient();
        var nonces = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var answer = await browser.GetAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var nonce = Nonce().Match(string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"))).Groups[1].Value;
            WebUtility.HtmlDecode(page).ShouldContain($"nonce=\"{nonce}\"");
            InlineScript().Count(page).ShouldBe(1);
            nonces.Add(nonce);
        }

        nonces[0].ShouldNotBe(nonces[1]);
    }

    [Fact]
    public async Task The_cookie_is_no_scripts_business_and_does_not_travel_to_other_sites()
    {
        using var browser = host.CreateClient(new() { AllowAutoRedirect = false });
        var email = await People.HireAsync(host.Services, "cookie", "viewer");
        using var answer = await People.SubmitAsync(browser, "/sign-in", ("Input.Email", email), ("Input.Password", People.Password));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith("flowbuilder=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/account/sign-out")]
    [InlineData("/account/company")]
    public async Task A_form_without_its_token_is_refused(string address)
    {
        using var browser = await host.SignedInAsync("viewer");
        using var answer = await People.SendAsync(
            browser, address, [("_handler", "sign-in"), ("Input.Email", "x@green.example"), ("Input.Password", "x"), ("company", "1")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("/%2F/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\tevil")]
    [InlineData("evil.example")]
    public async Task Signing_in_leads_nowhere_but_into_this_site(string back)
    {
        using var browser = host.CreateClient(new() { AllowAutoRedirect = false });
        var email = await People.HireAsync(host.Services, "traveller", "viewer");
        using var answer = await People.SubmitAsync(
            browser, $"/sign-in?back={Uri.EscapeDataString(back)}", ("Input.Email", email), ("Input.Password", People.Password));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        new Uri(new Uri("http://localhost/"), answer.Headers.Location!).ShouldBe(new Uri("http://localhost/"));
    }

    [Theory]
    [InlineData("order-17_b", true)]
    [InlineData("<script>", false)]
    [InlineData("a b", false)]
    public async Task A_callers_number_is_taken_over_only_when_it_is_one(string brought, bool taken)
    {
        using var call = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        call.Headers.TryAddWithoutValidation("X-Correlation-Id", brought);
        using var answer = await host.CreateClient().SendAsync(call, TestContext.Current.CancellationToken);
        (answer.Headers.GetValues("X-Correlation-Id").Single() == brought).ShouldBe(taken);
    }

    [Fact]
    public async Task Keys_that_protect_cookies_lie_in_the_database_and_secrets_lie_there_encrypted()
    {
        using var browser = await host.SignedInAsync("viewer");
        await using var context = host.Context();
        (await context.DataProtectionKeys.CountAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
        using var door = await host.CreateClient().GetAsync(new Uri("/u/x", UriKind.Relative), TestContext.Current.CancellationToken);
        (await context.Settings
            .Where(setting => setting.Name == "links.key")
            .Select(setting => setting.Value)
            .SingleAsync(TestContext.Current.CancellationToken)).ShouldStartWith("sealed:");
        (await context.Accounts
            .Select(account => account.PasswordHash)
            .FirstAsync(TestContext.Current.CancellationToken))!.ShouldNotContain(People.Password);
    }

    [GeneratedRegex("script-src[^;]*")]
    private static partial Regex Scripts();

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script(?![^>]*src=)")]
    private static partial Regex InlineScript();
}
