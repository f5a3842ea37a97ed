using System.Net;
using System.Reflection;
using FlowBuilder.Web.Auth.Accounts;
using FlowBuilder.Web.Tests.Support;
using FlowBuilder.Web.Tests.Whole.Fuzz;
using Microsoft.AspNetCore.Components;
using Shouldly;

namespace FlowBuilder.Web.Tests.Hosting.Answers;

/// <summary>Whatever stands in an address, the answer is a page or a refusal, never a fault of ours.</summary>
public sealed class Odd_addresses_are_answered(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly string[] Odd =
    [
        "x", "", "%00", "%0d%0awarn:%20Forged", "%1b[31m", "-1", "99999999999999999999", "%E3%80%82x", "True", "true,false", "1.5",
        "%F0%9F%98%80", "[]", "null"
    ];

    /// <summary>The framework answers 500 where a value does not suit the type: so every value is read as text, and by us.</summary>
    [Fact]
    public void Values_of_an_address_are_taken_as_text() =>
        typeof(Program).Assembly.GetTypes()
            .SelectMany(
                type =>
                    type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(
                property =>
                    property.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null
                    && property.PropertyType != typeof(string)
                    && property.PropertyType != typeof(string[]))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}").ShouldBeEmpty();

    [Fact]
    public async Task Every_page_with_values_in_its_address()
    {
        var browser = await People.SignInAsync(host.Browser(), await People.HireAsync(host.Services, "odd", "owner"));
        var pages = typeof(Program).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>().Select(route => (type, route.Template)))
            .Where(page => !page.Template.Contains('{', StringComparison.Ordinal)).ToArray();
        pages.Length.ShouldBeGreaterThan(10);
        foreach (var (type, template) in pages)
        {
            var names = type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(property => property.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null)
                .Select(property => property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()!.Name ?? property.Name).ToArray();
            foreach (var value in names.Length == 0 ? [] : Odd)
            {
                var address = $"{template}?{string.Join('&', names.Select(name => $"{name}={value}"))}";
                using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
                ((int)answer.StatusCode).ShouldBeLessThan(500, address);
            }
        }
    }

    [Theory]
    [InlineData("/%E3%80%82x", "/%E3%80%82x")]
    [InlineData("/caf%C3%A9?q=%F0%9F%98%80", "/caf%C3%A9?q=%F0%9F%98%80")]
    [InlineData("//evil.example", "/")]
    [InlineData("/%5Cevil.example", "/")]
    public async Task Signing_in_leads_on_to_addresses_in_every_script(string back, string expected)
    {
        var email = await People.HireAsync(host.Services, "polyglot", "viewer");
        using var answer = await People.SubmitAsync(
            host.Browser(), $"/sign-in?back={back}", ("Input.Email", email), ("Input.Password", People.Password));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        new Uri(new Uri("http://localhost"), answer.Headers.Location!).PathAndQuery.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a..b")]
    public async Task A_call_to_no_host_is_refused_and_a_probe_of_a_load_balancer_is_answered(string name)
    {
        await using var real = new ApiHost();
        real.UseKestrel(0);
        real.StartServer();
        var port = real.ClientOptions.BaseAddress.Port;
        foreach (var path in (string[])["/sign-in", "/automations/sequences", "/api/v1/customers", "/v1/track", "/_blazor"])
            (await RawHttp.SendAsync(
                port, RawHttp.Write("GET", path, [("Host", name)], null),
                TestContext.Current.CancellationToken)).Status.ShouldBe(400, path);
        (await RawHttp.SendAsync(
            port, RawHttp.Write("GET", "/health/live", [("Host", name)], null),
            TestContext.Current.CancellationToken)).Status.ShouldBe(200);
    }

    [Fact]
    public void An_address_to_go_on_to_is_one_a_header_can_carry()
    {
        LocalAddress.Of("/ünï?a=b&c=😀").ShouldBe("/%C3%BCn%C3%AF?a=b&c=%F0%9F%98%80");
        LocalAddress.Of("/a\ud800b").ShouldBe("/a%EF%BF%BDb");
    }
}
