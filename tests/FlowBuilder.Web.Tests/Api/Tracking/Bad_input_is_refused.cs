using System.Net;
using System.Text;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Tracking;

/// <summary>Every line: what is sent, the status, and the field the answer names. Nothing may be stored.</summary>
public sealed class Bad_input_is_refused(Door door) : IClassFixture<Door>
{
    public static TheoryData<string, string, int, string> Table => new()
    {
        { "track", """{"event":"A"}""", 400, "userId" },
        { "track", """{"userId":"u"}""", 400, "event" },
        { "track", """{"userId":"u","event":""}""", 400, "event" },
        { "track", """{"userId":"u","event":" \n "}""", 400, "event" },
        { "track", """{"userId":"u","event":7}""", 400, "event" },
        { "track", """{"userId":"","event":"A"}""", 400, "userId" },
        { "track", """{"userId":true,"event":"A"}""", 400, "userId" },
        { "track", """{"userId":{"a":1},"event":"A"}""", 400, "userId" },
        { "track", """{"userId":["u"],"event":"A"}""", 400, "userId" },
        { "track", """{"anonymousId":[],"event":"A"}""", 400, "anonymousId" },
        { "track", """{"userId":"u","event":"A","messageId":{}}""", 400, "messageId" },
        { "track", """{"userId":"u","event":"A","properties":[1]}""", 400, "properties" },
        { "track", """{"userId":"undefined","event":"A"}""", 400, "userId" },
        { "track", """{"userId":"[object Object]","anonymousId":"null","event":"A"}""", 400, "userId" },
        { "identify", """{"userId":0,"traits":{}}""", 400, "userId" },
        { "alias", """{"userId":"u","previousId":"undefined"}""", 400, "previousId" },
        { "alias", """{"userId":"None","previousId":"a"}""", 400, "userId" },
        { "group", """{"userId":"u","groupId":"null"}""", 400, "groupId" },
        {
            "batch", """{"batch":[{"type":"track","userId":"u","event":"A"},{"type":"track","userId":"NaN","event":"A"}]}""", 400,
            "batch[1].userId"
        },
        { "track", """{"userId":"u","event":"A","properties":"x"}""", 400, "properties" },
        { "track", """{"userId":"u","event":"A","context":"x"}""", 400, "context" },
        { "track", """{"userId":"u","event":"A","context":{"import":"yes"}}""", 400, "context.import" },
        { "track", """{"userId":"u","event":"A","timestamp":"NaN"}""", 400, "timestamp" },
        { "track", """{"userId":"u","event":"A","timestamp":"Invalid Date"}""", 400, "timestamp" },
        { "track", """{"userId":"u","event":"A","timestamp":"12/32/2025"}""", 400, "timestamp" },
        { "track", """{"userId":"u","event":"A","timestamp":"2025-12-31T24:00:00Z"}""", 400, "timestamp" },
        { "track", """{"userId":"u","event":"A","timestamp":"2025-13-41T00:00:00Z"}""", 400, "timestamp" },
        { "track", """{"userId":"u","event":"A","timestamp":46376}""", 400, "timestamp" },
        { "track", """{"userId":"u","event":"A","timestamp":true}""", 400, "timestamp" },
        { "track", """{"userId":"u","event":"A","timestamp":NaN}""", 400, "timestamp" },
        { "track", """{"userId":"u","event":"A\u0000B"}""", 400, "event" },
        { "track", """{"userId":"u\u0000","event":"A"}""", 400, "userId" },
        { "track", """{"userId":"u","event":"A","properties":{"x":{"y":["a","\u0000"]}}}""", 400, "properties.x.y[1]" },
        { "track", """{"userId":"u","event":"A","properties":{"a\u0000":1}}""", 400, "properties.a\\u0000" },
        { "track", """{"userId":"u","event":"A","properties":{"x":"\ud800"}}""", 400, "properties.x" },
        { "track", """{"userId":"u","event":"A","properties":{"x":"\udc00 after"}}""", 400, "properties.x" },
        { "track", """{"userId":"u","event":"A","properties":{"x":"\ud83dz"}}""", 400, "properties.x" },
        { "track", """{"userId":"u","event":"A","properties":{"x":1e999}}""", 400, "properties.x" },
        { "track", """{"userId":"u","event":"A","event":"B"}""", 400, "event" },
        { "track", """{"userId":"u","event":"Estimate Sent","properties":{"estimate_id":{"a":1}}}""", 400, "properties.estimate_id" },
        { "track", """{"userId":"u","event":"Pool Opened","properties":{"record":{"type":"pool"}}}""", 400, "properties.record.id" },
        {
            "track", """{"userId":"u","event":"Pool Opened","properties":{"record":{"type":"a b","id":"1"}}}""", 400,
            "properties.record.type"
        },
        { "identify", """{"userId":"u","traits":"x"}""", 400, "traits" },
        { "identify", """{"userId":"u","traits":{"email":{"a":1}}}""", 400, "traits.email" },
        { "identify", """{"userId":"u","traits":{"tags":"vip"}}""", 400, "traits.tags" },
        { "identify", """{"userId":"u","traits":{"tags":["vip",3]}}""", 400, "traits.tags[1]" },
        { "track", """{"userId":"u","event":"A","context":{"traits":{"status":"sleeping"}}}""", 400, "context.traits.status" },
        { "identify", """{"userId":"u","traits":{"email_consent":"true"}}""", 400, "traits.email_consent" },
        { "identify", """{"userId":"u","traits":{"sms_consent":1}}""", 400, "traits.sms_consent" },
        { "identify", """{"userId":"u","traits":{"status":"sleeping"}}""", 400, "traits.status" },
        { "identify", """{"userId":"u","traits":{"birthday":"soon"}}""", 400, "traits.birthday" },
        { "identify", """{"userId":"u","traits":{"created_at":12}}""", 400, "traits.created_at" },
        { "identify", """{"userId":"u","traits":{"address":"1 Main St"}}""", 400, "traits.address" },
        { "identify", """{"userId":"u","traits":{"address":{"city":[]}}}""", 400, "traits.address.city" },
        { "identify", "{}", 400, "userId" },
        { "group", """{"userId":"u"}""", 400, "groupId" },
        { "group", """{"userId":"u","groupId":[1]}""", 400, "groupId" },
        { "alias", """{"userId":"u"}""", 400, "previousId" },
        { "alias", """{"previousId":"u"}""", 400, "userId" },
        { "page", "{}", 400, "userId" },
        { "screen", """{"userId":"u","properties":1}""", 400, "properties" },
        { "batch", "{}", 400, "batch" },
        { "batch", """{"batch":{}}""", 400, "batch" },
        { "batch", """{"batch":[1]}""", 400, "batch[0].$" },
        { "batch", """{"batch":[{"type":"track","userId":"u","event":"A"},{"type":"track","event":"A"}]}""", 400, "batch[1].userId" },
        { "batch", """{"batch":[{"type":"track","userId":"u","event":"A"},{"userId":"u"}]}""", 400, "batch[1].type" },
        { "batch", """{"batch":[{"type":"delete","userId":"u"}]}""", 400, "batch[0].type" },
        { "batch", """{"batch":[{"type":"identify","userId":"u","traits":{"tags":5}}]}""", 400, "batch[0].traits.tags" },
        { "batch", """{"batch":[{"type":"track","userId":"u","event":"A","properties":{"b":"\ud800"}}]}""", 400, "batch[0].properties.b" },
        { "batch", """{"batch":[],"context":4}""", 400, "context" },
        { "track", "", 400, "$" },
        { "track", "nonsense", 400, "$" },
        { "track", "[]", 400, "$" },
        { "track", "null", 400, "$" },
        { "track", "{\"userId\":\"u\",\"event\":\"A\"", 400, "event" },
        { "track", "{\"userId\":\"u\",\"event\":\"A\"} tail", 400, "$" },
        { "track", "{\"userId\":\"u\",\"event\":\"A\",}", 400, "event" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_wrong_call_names_its_field_and_leaves_no_trace(string call, string body, int status, string field)
    {
        var answer = await door.Sender().SendTextAsync($"/v1/{call}", body);

        ((int)answer.Status).ShouldBe(status, answer.Text);
        answer.Fields.ShouldContain(field, answer.Text);
        door.Intake.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ten_thousand_levels_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000);
        var answer = await door.Sender().SendTextAsync("/v1/track", $$"""{"userId":"u","event":"A","properties":{{deep}}}""");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Fields.Single().ShouldStartWith("properties.a.a");

        var lists = new string('[', 10_000) + new string(']', 10_000);
        answer = await door.Sender().SendTextAsync("/v1/batch", $$"""{"batch":{{lists}}}""");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Fields.Single().ShouldStartWith("batch[0]");
        door.Intake.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_with_413()
    {
        var answer = await door.Sender()
            .SendTextAsync("/v1/batch", $$"""{"batch":[{"type":"track","userId":"u","event":"{{new string('x', 10_000_000)}}"}]}""");
        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Fields.ShouldBe(["$"]);
        door.Intake.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_over_32_KB_is_413_and_such_a_member_refuses_its_batch()
    {
        var big = $$$"""{"type":"track","userId":"u","event":"A","properties":{"x":"{{{new string('x', 33_000)}}}"}}""";
        (await door.Sender().SendTextAsync("/v1/track", big)).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);

        var answer = await door.Sender().SendTextAsync("/v1/batch", $$"""{"batch":[{"type":"track","userId":"u","event":"A"},{{big}}]}""");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Fields.ShouldBe(["batch[1].$"]);
        door.Intake.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_refused()
    {
        using var content = new ByteArrayContent([.. """{"userId":"u","event":"A"""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]);
        using var response = await door.Sender().PostAsync("/v1/track", content, TestContext.Current.CancellationToken);
        var answer = await Answers.ReadAsync(response);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Fields.ShouldBe(["event"]);
    }

    [Fact]
    public async Task Broken_gzip_and_gzip_bombs_are_refused()
    {
        (await SendGzipAsync([1, 2, 3, 4])).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await SendGzipAsync(Gzip.Of(Encoding.UTF8.GetBytes(new string(
            ' ', 50_000_000))))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        door.Intake.Events.ShouldBeEmpty();
    }

    private async Task<Answer> SendGzipAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await door.Sender().PostAsync("/v1/batch", content, TestContext.Current.CancellationToken);
        return await Answers.ReadAsync(response);
    }
}
