using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Runtime.Intake;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Tracking;

/// <summary>Cases I03 to I10, at the tracking door.</summary>
public sealed class What_senders_write_is_understood : IDisposable
{
    private readonly Door _door = new();

    public void Dispose() => _door.Dispose();

    [Theory]
    [InlineData("""{"userId":"","anonymousId":"x","event":"A"}""", null, "x")]
    [InlineData("""{"userId":"undefined","anonymousId":"x","event":"A"}""", null, "x")]
    [InlineData("""{"userId":"u","anonymousId":"","event":"A","messageId":""}""", "u", null)]
    [InlineData("""{"userId":"u","anonymousId":"[object Object]","event":"A"}""", "u", null)]
    [InlineData("""{"userId":" C2 ","event":"A"}""", "C2", null)]
    [InlineData("""{"userId":1001.0,"event":"A"}""", "1001", null)]
    [InlineData("""{"userId":"1001.0","event":"A"}""", "1001", null)]
    public async Task Ids_have_one_form_and_placeholders_are_missing(string body, string? user, string? anonymous)
    {
        var told = await OnlyAsync("track", body);
        (told.UserId, told.AnonymousId).ShouldBe((user, anonymous));
        told.MessageId.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_placeholder_as_message_id_lets_nothing_fall_out()
    {
        await SendAsync("track", """{"userId":"u","event":"A","messageId":"undefined"}""");
        await SendAsync("track", """{"userId":"u","event":"B","messageId":"undefined"}""");
        _door.Intake.Events.Select(told => told.MessageId).Distinct().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("Invoice Paid", """{"invoice_id":"inv-7 "}""", "invoice:inv-7")]
    [InlineData("Invoice Paid", """{"invoiceId":"inv-7"}""", "invoice:inv-7")]
    [InlineData("Invoice Paid", """{"invoice_id":1001.0}""", "invoice:1001")]
    [InlineData("Invoice Paid", """{"invoice_id":"1001.0"}""", "invoice:1001")]
    [InlineData("Invoice Paid", """{"invoice_id":""}""", null)]
    [InlineData("Invoice Paid", """{"invoice_id":"undefined","invoiceId":"9"}""", "invoice:9")]
    [InlineData("To-Do Added", """{"toDoId":"t"}""", "todo:t")]
    [InlineData("Pool Opened", """{"record":{"type":"pool","id":" 9 "}}""", "pool:9")]
    public async Task Record_ids_have_the_same_form(string name, string properties, string? record) =>
        ((await OnlyAsync("track", $$"""{"userId":"u","event":"{{name}}","properties":{{properties}}}""")).Record is { } key
            ? key.ToString()
            : null).ShouldBe(record);

    [Fact]
    public async Task An_empty_list_is_PHPs_empty_object()
    {
        (await OnlyAsync("track", """{"userId":"u","event":"A","properties":[],"context":[]}""")).Properties.IsEmpty.ShouldBeTrue();
        (await OnlyAsync("identify", """{"userId":"u","traits":[]}""")).Properties.IsEmpty.ShouldBeTrue();
        (await OnlyAsync("identify", """{"userId":"u","traits":{"address":[],"city":"Hull"}}""")).Properties.ToJson()
            .ShouldBe("""{"city":"Hull"}""");
    }

    [Fact]
    public async Task A_blank_in_a_typed_trait_is_no_value_and_a_batch_with_one_is_taken_whole()
    {
        await SendAsync(
            "batch",
            """{"batch":[{"type":"identify","userId":"a","traits":{"city":"Hull"}},{"type":"identify","userId":"b","traits":{"birthday":"","status":"","email":" ","created_at":"0001-01-01T00:00:00Z","email_consent":"","tags":["vip","",null," new "],"add_tags":"","address":{"city":""}}}]}""");
        _door.Intake.Events.Count.ShouldBe(2);
        _door.Intake.Events.Last().Properties.ToJson()
            .ShouldBe("""{"address":{"city":null},"birthday":null,"created_at":null,"email":null,"status":null,"tags":["vip","new"]}""");
    }

    [Theory]
    [InlineData("\"0001-01-01T00:00:00Z\"", null)]
    [InlineData("\"0001-01-01T00:00:00+14:00\"", null)]
    [InlineData("\"1970-01-01T00:00:00Z\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("0", null)]
    [InlineData("1700000000", "2023-11-14T22:13:20Z")]
    [InlineData("1700000000000", "2023-11-14T22:13:20Z")]
    [InlineData("\"2023-11-14 22:13:20 UTC\"", "2023-11-14T22:13:20Z")]
    [InlineData("\"Tue, 14 Nov 2023 22:13:20 GMT\"", "2023-11-14T22:13:20Z")]
    public async Task A_zero_time_is_no_timestamp_and_others_are_read(string timestamp, string? at) =>
        (await OnlyAsync(
            "track",
            $$"""{"userId":"u","event":"A","timestamp":{{timestamp}}}""")).At.ShouldBe(
                at is null ? null : DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task Segments_own_spelling_is_understood() =>
        (await OnlyAsync(
            "identify",
            """{"userId":"u","traits":{"firstName":"Ann","lastName":"Lee","createdAt":"2026-01-02","address":{"postalCode":"02108"},"first_name":"Anna"}}"""))
                .Properties
                .ToJson()
            .ShouldBe("""{"address":{"postal_code":"02108"},"created_at":"2026-01-02","first_name":"Anna","last_name":"Lee"}""");

    [Fact]
    public async Task Traits_in_the_context_of_another_call_are_an_identify_call_before_it()
    {
        await SendAsync("track", """{"userId":"u","event":"A","messageId":"m","context":{"traits":{"email":"a@b.c","firstName":"Ann"}}}""");
        _door.Intake.Events
            .Select(told => (told.Kind, told.MessageId))
            .ShouldBe([(EventKind.Identify, "m#traits"), (EventKind.Track, "m")]);
        _door.Intake.Events.First().Properties.Text("first_name").ShouldBe("Ann");
        var told =
            await OnlyAsync("identify", """{"userId":"u","traits":{"city":"Hull"},"context":{"traits":{"city":"Rome","email":"a@b.c"}}}""");
        told.Properties.ToJson().ShouldBe("""{"city":"Hull","email":"a@b.c"}""");
    }

    [Theory]
    [InlineData("\"1984-12-05T00:00:00.000Z\"", "1984-12-05")]
    [InlineData("\"12/05/1984\"", "1984-12-05")]
    [InlineData("\"1984-12-05\"", "1984-12-05")]
    [InlineData("471052800", "1984-12-05")]
    public async Task A_birthday_is_kept_as_the_written_day(string written, string day) =>
        (await OnlyAsync("identify", $$$"""{"userId":"u","traits":{"birthday":{{{written}}}}}""")).Properties
            .Text("birthday")
            .ShouldBe(day);

    private async Task<IncomingEvent> OnlyAsync(string call, string body)
    {
        _door.Intake.Events.Clear();
        await SendAsync(call, body);
        return _door.Intake.Events.ShouldHaveSingleItem();
    }

    private async Task SendAsync(string call, string body)
    {
        var answer = await _door.Sender().SendTextAsync($"/v1/{call}", body);
        ((int)answer.Status).ShouldBe(200, answer.Text);
    }
}
