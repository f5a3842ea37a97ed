using System.Net;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Settings.Arrivals;

public sealed class The_page_of_what_arrives(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task It_shows_the_event_and_its_doubt_to_who_may_change_the_company()
    {
        await host.TellAsync("track", """{"userId":"page","event":"Estimate_Sent"}""");

        var page = WebUtility.HtmlDecode(
            await (await host.SignedInAsync(
                "owner")).GetStringAsync(new Uri("/settings/system/arrivals", UriKind.Relative), TestContext.Current.CancellationToken));

        page.ShouldContain("Estimate_Sent");
        page.ShouldContain("Did you mean “Estimate Sent”?");
        var others = WebUtility.HtmlDecode(
            await (await host.SignedInAsync(
                "owner", 2)).GetStringAsync(new Uri("/settings/system/arrivals", UriKind.Relative), TestContext.Current.CancellationToken));
        others.ShouldNotContain("Estimate_Sent");
    }
}
