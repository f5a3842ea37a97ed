using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Api.Tracking.Arrivals;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Tracking.Arrivals;

/// <summary>Case I13: a name that is nearly one of the table is taken as it is, and shown.</summary>
public sealed class What_arrives_is_shown(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly RecentArrivals _recent = host.Services.GetRequiredService<RecentArrivals>();

    [Theory]
    [InlineData("estimate sent", "Estimate Sent")]
    [InlineData("Estimate_Sent", "Estimate Sent")]
    [InlineData("EstimateSent", "Estimate Sent")]
    [InlineData("Estimat Sent", "Estimate Sent")]
    [InlineData("Estimate Sent", null)]
    [InlineData("Order Completed", null)]
    public async Task A_near_miss_of_a_known_name_is_told(string name, string? meant)
    {
        await host.TellAsync("track", $$$"""{"userId":"near","event":"{{{name}}}","properties":{"estimate_id":"E1"}}""");

        var arrival = _recent.Of(new CompanyId(1))[0];
        arrival.Name.ShouldBe(name);
        arrival.Doubts.ShouldBe(meant is null ? [] : [$"Did you mean “{meant}”? Names must match exactly."]);
    }

    [Fact]
    public async Task What_nobody_can_read_is_told_and_nothing_of_the_person_is_kept()
    {
        await host.TellAsync(
            "track", """{"userId":"secret-person","event":"Visit Added","properties":{"visit_id":"V1","start_at":"soon"}}""");
        await host.TellAsync("identify", """{"userId":"secret-person","traits":{"time_zone":"Mars/Phobos","first_name":"Secret"}}""");

        var arrivals = _recent.Of(new CompanyId(1)).Take(2).ToList();
        arrivals.SelectMany(arrival => arrival.Doubts)
            .ShouldBe(["“Mars/Phobos” is not a time zone.", "“soon”, the start_at, is not a date."]);
        string.Join(' ', arrivals).ShouldNotContain("secret", Case.Insensitive);
        _recent.Of(new CompanyId(2)).ShouldBeEmpty();
    }

    [Fact]
    public void A_thousand_are_kept()
    {
        var recent = new RecentArrivals();
        for (var i = 0; i < 3; i++)
            recent.Note([.. Enumerable.Range(0, 600).Select(n => new Arrival(new CompanyId(7), default, "s", $"{i}-{n}", "", "", []))]);

        var kept = recent.Of(new CompanyId(7));
        (kept.Count, kept[0].Name, kept[^1].Name).ShouldBe((1_000, "2-599", "1-200"));
    }
}
