using System.Net;
using System.Text;
using FlowBuilder.Application.Lists;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Runtime.Intake;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Tracking;

public sealed class Calls_become_events : IDisposable
{
    private readonly Door _door = new();

    public void Dispose() => _door.Dispose();

    [Fact]
    public async Task Identify_brings_traits_under_their_names()
    {
        var told = await OnlyAsync(
            "identify",
            """{"userId":42,"traits":{"email":"a@b.c","phone":15551234,"tags":["vip"," new\nlead "],"status":"Lead","lawn":{"size":3}},"unknown":1}""");

        told.ShouldSatisfyAllConditions(
            () => told.Kind.ShouldBe(EventKind.Identify),
            () => told.UserId.ShouldBe("42"),
            () => told.Source.ShouldBe("demo"),
            () => told.Company.Value.ShouldBe(1),
            () => told.Properties.Text("phone").ShouldBe("15551234"),
            () => told.Properties.Text("status").ShouldBe("lead"),
            () => told.Properties.Get("tags")!.Value.GetRawText().ShouldBe("""["vip","new lead"]"""),
            () => told.Properties.Number("lawn.size").ShouldBe(3),
            () => told.MessageId.ShouldNotBeEmpty());
    }

    [Theory]
    [InlineData("Estimate Sent", """{"estimate_id":"e-1","total":500}""", "estimate:e-1")]
    [InlineData("Invoice Paid", """{"invoice_id":77}""", "invoice:77")]
    [InlineData("To-Do Added", """{"todo_id":"t"}""", "todo:t")]
    [InlineData("Payment Made", """{"payment_id":"p","invoice_id":"i"}""", "payment:p")]
    [InlineData("Payment Method Added", """{"payment_id":"p"}""", null)]
    [InlineData("Pool Opened", """{"record":{"type":"pool","id":9}}""", "pool:9")]
    [InlineData("Pool Opened", """{"pool_id":"9"}""", null)]
    [InlineData("Song Played", """{"record":"Abbey Road"}""", null)]
    public async Task An_event_names_its_record(string name, string properties, string? record)
    {
        var told = await OnlyAsync("track", $$"""{"userId":"u","event":"{{name}}","properties":{{properties}}}""");
        (told.Record is { } key ? key.ToString() : null).ShouldBe(record);
        told.Name.ShouldBe(name);
    }

    [Fact]
    public async Task Line_breaks_in_names_become_spaces() =>
        (await OnlyAsync("track", """{"anonymousId":"x","event":"Estimate\r\nSent"}""")).Name.ShouldBe("Estimate Sent");

    [Fact]
    public async Task Emoji_written_as_a_surrogate_pair_are_welcome() =>
        (await OnlyAsync("track", """{"userId":"u","event":"A","properties":{"x":"\ud83d\ude00 \\u0000"}}""")).Properties
            .Text("x")
            .ShouldBe("😀 \\u0000");

    [Fact]
    public async Task The_timestamp_is_taken_and_sentAt_is_not_used()
    {
        var told = await OnlyAsync(
            "track",
            """{"userId":"u","event":"A","timestamp":"2025-04-01T10:00:00+02:00","sentAt":"2020-01-01T00:00:00Z","messageId":"m-1"}""");
        told.At.ShouldBe(new DateTimeOffset(2025, 4, 1, 8, 0, 0, TimeSpan.Zero));
        told.MessageId.ShouldBe("m-1");
    }

    [Fact]
    public async Task Page_screen_group_and_alias_are_understood()
    {
        var page = await OnlyAsync("page", """{"anonymousId":"a","name":"Pricing","category":"Shop","properties":{"path":"/p"}}""");
        (page.Kind, page.Name, page.Properties.Text(
            "name"), page.Properties.Text(
                "category"), page.Properties.Text("path")).ShouldBe((EventKind.Track, "Page Viewed", "Pricing", "Shop", "/p"));
        (await OnlyAsync("screen", """{"userId":"a","name":"Home"}""")).Name.ShouldBe("Screen Viewed");
        var group = await OnlyAsync("group", """{"userId":"u","groupId":5,"traits":{"name":"HOA"}}""");
        (group.Kind, group.Properties.Text("id"), group.Properties.Text("name")).ShouldBe((EventKind.Group, "5", "HOA"));
        var alias = await OnlyAsync("alias", """{"userId":"u","previousId":"anon-1"}""");
        (alias.Kind, alias.UserId, alias.PreviousId).ShouldBe((EventKind.Alias, "u", "anon-1"));
    }

    [Fact]
    public async Task A_batch_is_stored_in_order_gzipped_or_not()
    {
        const string Batch =
            """{"batch":[{"type":"identify","userId":"u","traits":{}},{"type":"track","userId":"u","event":"A","context":{"import":true}},{"type":"page","userId":"u"}],"sentAt":"x","extra":[1]}""";
        (await _door.Sender().SendTextAsync("/v1/batch", Batch)).Text.ShouldBe("""{"success":true}""");
        _door.Intake.Events.Select(told => (told.Name, told.Imported)).ShouldBe([("Identify", false), ("A", true), ("Page Viewed", false)]);

        using var content = new ByteArrayContent(Gzip.Of(Encoding.UTF8.GetBytes(Batch)));
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await _door.Sender().PostAsync("/v1/batch", content, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        _door.Intake.Events.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Everything_sent_to_import_is_historical()
    {
        await _door.Sender()
            .SendTextAsync("/v1/import", """{"batch":[{"type":"track","userId":"u","event":"A"},{"type":"identify","userId":"u"}]}""");
        _door.Intake.Events.ShouldAllBe(told => told.Imported);
    }

    [Fact]
    public async Task The_write_key_may_come_in_the_body_and_a_wrong_one_is_401()
    {
        (await _door.CreateClient()
            .SendTextAsync("/v1/track", """{"writeKey":"demo-write","userId":"u","event":"A"}""")).Status.ShouldBe(HttpStatusCode.OK);
        (await _door.CreateClient()
            .SendTextAsync("/v1/track", """{"userId":"u","event":"A"}""")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await _door.Sender("wrong")
            .SendTextAsync(
                "/v1/track", """{"writeKey":"demo-write","userId":"u","event":"A"}""")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await _door.Sender("demo-manage")
            .SendTextAsync("/v1/track", """{"userId":"u","event":"A"}""")).Status.ShouldBe(HttpStatusCode.Forbidden);
        _door.Intake.Events.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Too_many_events_are_429_with_a_time_to_wait()
    {
        await using var door = new Door(new Dictionary<string, string>
        {
            ["RateLimits:EventBurst"] = "3", ["RateLimits:EventsPerSecond"] = "1"
        });
        const string Two = """{"batch":[{"type":"identify","userId":"u"},{"type":"identify","userId":"u"}]}""";
        (await door.Sender().SendTextAsync("/v1/batch", Two)).Status.ShouldBe(HttpStatusCode.OK);
        var answer = await door.Sender().SendTextAsync("/v1/batch", Two);
        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.RetryAfter.ShouldNotBeNull();
        door.Intake.Events.Count.ShouldBe(2);
    }

    private async Task<IncomingEvent> OnlyAsync(string call, string body)
    {
        _door.Intake.Events.Clear();
        var answer = await _door.Sender().SendTextAsync($"/v1/{call}", body);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        return _door.Intake.Events.ShouldHaveSingleItem();
    }
}
