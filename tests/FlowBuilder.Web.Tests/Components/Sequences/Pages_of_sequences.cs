using System.Net;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Sequences;

/// <summary>What the first answer of each page is, before its circuit lives.</summary>
public sealed class Pages_of_sequences(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task The_menu_leads_to_the_sequences()
    {
        using var browser = await host.SignedInAsync("viewer");
        using var answer = await browser.GetAsync(new Uri("/automations", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldEndWith("/automations/sequences");
    }

    [Fact]
    public async Task A_sequence_of_another_company_answers_like_one_nobody_has()
    {
        var own = (await host.Manager().PostAsync("sequences", Documents.FollowUp("Ours alone")))["id"];
        using var theirs = await host.SignedInAsync("owner", company: 2);
        using var foreign =
            await theirs.GetAsync(new Uri($"/automations/sequences/{own}", UriKind.Relative), TestContext.Current.CancellationToken);
        using var nobody = await theirs.GetAsync(
            new Uri($"/automations/sequences/{Guid.NewGuid()}", UriKind.Relative), TestContext.Current.CancellationToken);
        using var nonsense =
            await theirs.GetAsync(new Uri("/automations/sequences/nonsense", UriKind.Relative), TestContext.Current.CancellationToken);
        foreach (var answer in (HttpResponseMessage[])[foreign, nobody, nonsense])
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("Ours alone");
        }

        (await theirs.GetStringAsync(
            new Uri("/automations/sequences", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldNotContain("Ours alone");
        using var ours = await host.SignedInAsync("viewer");
        (await ours.GetStringAsync(
            new Uri($"/automations/sequences/{own}", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldContain("Ours alone");
    }

    [Theory]
    [InlineData("/automations/sequences", "viewer", HttpStatusCode.OK)]
    [InlineData("/automations/reviews", "viewer", HttpStatusCode.OK)]
    [InlineData("/automations/activity?state=held&customer=ann&before=x", "viewer", HttpStatusCode.OK)]
    [InlineData("/settings/plan", "viewer", HttpStatusCode.OK)]
    [InlineData("/settings/api-keys", "marketer", HttpStatusCode.Forbidden)]
    [InlineData("/settings/api-keys", "admin", HttpStatusCode.OK)]
    public async Task Each_page_is_there_for_those_who_may_see_it(string page, string role, HttpStatusCode status)
    {
        using var browser = await host.SignedInAsync(role);
        using var answer = await browser.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(status);
    }
}
