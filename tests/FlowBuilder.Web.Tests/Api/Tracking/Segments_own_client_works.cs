using FlowBuilder.Application.Lists;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Tracking;

public sealed class Segments_own_client_works
{
    [Fact]
    public async Task Unmodified_pointed_at_us_on_a_real_port()
    {
        await using var door = new Door();
        door.UseKestrel(0);
        door.StartServer();

        var failures = SegmentClient.Send(door.ClientOptions.BaseAddress, "demo-write",
            ["identify", new { userId = "c-1", traits = new { email = "ann@example.com", first_name = "Ann", tags = new[] { "vip" } } }],
            [
                "track",
                new
                {
                    userId = "c-1", @event = "Estimate Sent", properties = new { estimate_id = "e-1", total = 500.5 },
                    timestamp = "2025-04-01T10:00:00Z"
                }
            ],
            ["page", new { userId = "c-1", name = "Pricing", properties = new { url = "https://example.com" } }],
            ["screen", new { anonymousId = "a-1", name = "Home" }],
            ["group", new { userId = "c-1", groupId = "g-1", traits = new { name = "HOA" } }],
            ["alias", new { userId = "c-1", previousId = "a-1" }]);

        failures.ShouldBeEmpty();
        var told = door.Intake.Events.ToArray();
        told.Select(one => (one.Kind, one.Name)).ShouldBe(
        [
            (EventKind.Identify, "Identify"), (EventKind.Track, "Estimate Sent"), (EventKind.Track, "Page Viewed"),
            (EventKind.Track, "Screen Viewed"), (EventKind.Group, "Group"), (EventKind.Alias, "Alias"),
        ], ignoreOrder: true);
        var sent = told.Single(one => one.Name == "Estimate Sent");
        sent.Record.ShouldBe(new RecordKey("estimate", "e-1"));
        sent.At.ShouldBe(new DateTimeOffset(2025, 4, 1, 10, 0, 0, TimeSpan.Zero));
        sent.MessageId.ShouldStartWith("node-");
    }

    [Fact]
    public async Task Told_of_a_refusal_when_its_key_is_wrong()
    {
        await using var door = new Door();
        door.UseKestrel(0);
        door.StartServer();

        SegmentClient.Send(door.ClientOptions.BaseAddress, "wrong", ["identify", new { userId = "c-1" }]).ShouldNotBeEmpty();
        door.Intake.Events.ShouldBeEmpty();
    }
}
