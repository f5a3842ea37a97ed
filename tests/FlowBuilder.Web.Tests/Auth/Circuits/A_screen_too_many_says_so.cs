using System.Net;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Auth.Circuits;

public sealed class A_screen_too_many_says_so
{
    [Fact]
    public async Task The_next_page_says_what_happened_and_what_to_do_and_plain_pages_still_open()
    {
        await using var host = new ApiHost().WithSettings(("Circuits:PerAccount", "3"));
        using var browser = await host.SignedInAsync("owner");
        for (var i = 0; i < 3; i++)
        {
            (await GetAsync(browser, "/")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await NegotiateAsync(browser)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using var page = await GetAsync(browser, "/");
        using var circuit = await NegotiateAsync(browser);

        page.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        var words = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        words.ShouldContain("Too many tabs are open");
        words.ShouldContain("Close some of them");
        circuit.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await GetAsync(browser, "/account")).StatusCode.ShouldBe(HttpStatusCode.OK, "a page without a circuit");
        using var other = await host.SignedInAsync("manager");
        (await GetAsync(other, "/")).StatusCode.ShouldBe(HttpStatusCode.OK, "someone else has their own");
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:81", HttpStatusCode.Forbidden)]
    public async Task Another_sites_page_cannot_open_a_circuit_with_the_cookie(string? origin, HttpStatusCode answer)
    {
        await using var host = new ApiHost();
        using var browser = await host.SignedInAsync("owner");

        (await NegotiateAsync(browser, origin)).StatusCode.ShouldBe(answer);
        // Nor by going to the circuit itself, without asking first.
        using var straight = new HttpRequestMessage(HttpMethod.Get, "/_blazor?id=made-up");
        if (origin is not null) straight.Headers.Add("Origin", origin);
        using var refused = await browser.SendAsync(straight, TestContext.Current.CancellationToken);
        (refused.StatusCode == HttpStatusCode.Forbidden).ShouldBe(answer == HttpStatusCode.Forbidden);
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient browser, string path) =>
        browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<HttpResponseMessage> NegotiateAsync(HttpClient browser, string? origin = null)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        if (origin is not null) call.Headers.Add("Origin", origin);
        return await browser.SendAsync(call, TestContext.Current.CancellationToken);
    }
}
