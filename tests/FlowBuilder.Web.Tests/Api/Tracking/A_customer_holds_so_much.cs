using System.Net;
using System.Text;
using FlowBuilder.Application.Live;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Notifications;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Tracking;

/// <summary>What a customer may hold, at every door. Limits are set low so that little text fills them.</summary>
public sealed class A_customer_holds_so_much : IAsyncLifetime
{
    private readonly ApiHost _host = new ApiHost().WithSettings(
        ("Limits:CustomerFields", "20"), ("Limits:CustomerTags", "10"), ("Limits:RecordFields", "20"), ("Limits:RecordBytes", "4096"),
        ("Limits:CustomerBytes", "4096"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("identify", """{"userId":"u","traits":{FIELDS21}}""", "traits")]
    [InlineData("identify", """{"userId":"u","traits":{"NAME":1}}""", "traits.nnn")]
    [InlineData("identify", """{"userId":"u","traits":{"tags":[TAGS11]}}""", "traits.tags")]
    [InlineData("identify", """{"userId":"u","traits":{"add_tags":[TAGS11]}}""", "traits.add_tags")]
    [InlineData("group", """{"userId":"u","groupId":"g","traits":{FIELDS21}}""", "traits")]
    [InlineData("track", """{"userId":"u","event":"Estimate Sent","properties":{"estimate_id":"1",FIELDS21}}""", "properties")]
    [InlineData(
        "batch", """{"batch":[{"type":"identify","userId":"u","traits":{}},{"type":"identify","userId":"u","traits":{FIELDS21}}]}""",
        "batch[1].traits")]
    public async Task A_call_that_nobody_could_take_is_refused_by_its_field(string call, string body, string field)
    {
        var answer = await SendAsync(call, Filled(body));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer.Text.ShouldContain($"\"field\":\"{field}");
    }

    [Fact]
    public async Task Calls_that_go_over_together_fill_the_customer_and_no_more_and_home_says_so_and_the_door_does_from_then_on()
    {
        using var owner = await _host.SignedInAsync("owner");
        using var touched = new SemaphoreSlim(0);
        using var watching = _host.Services
            .GetRequiredService<LiveFeed>()
            .Follow(LiveTopic.Attention(new CompanyId(1)), () => Release(touched), _ => Task.CompletedTask);
        await _host.TellAsync(
            "batch",
            """{"batch":[{"type":"identify","userId":"u","traits":{"zip":"1"}},{"type":"identify","userId":"u","traits":{A15}},{"type":"identify","userId":"u","traits":{B15}}]}"""
                .Replace("A15", Fields("a", 15), StringComparison.Ordinal)
                .Replace("B15", Fields("b", 15), StringComparison.Ordinal));

        var customer = (await _host.Manager().GetAsync("customers/u")).Json;
        customer.GetProperty("fields").EnumerateObject().Count().ShouldBe(20);
        (await _host.Manager()
            .GetAsync("customers/u/timeline")).Text.ShouldContain("Left out because the customer has reached the limit: b04, b05, 9 more");

        var refused = await SendAsync("identify", """{"userId":"u","traits":{"c":1}}""");
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Text.ShouldContain("\"field\":\"traits.c\"");
        (await SendAsync("identify", """{"userId":"u","traits":{"zip":"2"}}""")).Status.ShouldBe(HttpStatusCode.OK);
        (await SendAsync("identify", """{"userId":"somebody-else","traits":{"c":1}}""")).Status.ShouldBe(HttpStatusCode.OK);
        var row = await _host.Manager()
            .SendAsync(HttpMethod.Post, "customers/import", "user_id,crew\nother,North\nu,South\n", [], "text/csv");
        row.Status.ShouldBe(HttpStatusCode.BadRequest);
        row.Text.ShouldContain("row 3: crew");

        await using var context = _host.Context();
        while (!await context.Notifications.AnyAsync(
            line => line.Kind == NotificationKind.LimitReached, TestContext.Current.CancellationToken))
            await touched.WaitAsync(TestContext.Current.CancellationToken);
        var home = await owner.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        home.ShouldContain("has reached a limit");
    }

    [Fact]
    public async Task The_api_refuses_what_does_not_fit_beside_what_is_there()
    {
        var api = _host.Manager();
        (await api.PutAsync(
            "customers/u", "{\"fields\":{" + Fields("a", 19) + "},\"tags\":[\"1\"]}")).Status.ShouldBe(HttpStatusCode.Created);

        var fields = await api.PutAsync("customers/u", """{"fields":{"a00":2,"x":1,"y":1}}""");
        var large = await api.PutAsync("customers/u", "{\"fields\":{\"a00\":\"" + new string('x', 4_100) + "\"}}");
        var tags = await api.PutAsync("customers/u", Filled("""{"tags":[TAGS11]}"""));
        var record = await api.PutAsync(
            "customers/u",
            "{\"records\":[{\"type\":\"estimate\",\"id\":\"1\",\"properties\":{\"x\":\"" + new string('x', 4_100) + "\"}}]}");

        (fields.Status, fields.Text.Contains(
            "fields.y", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true), fields.Text);
        (large.Status, large.Text.Contains("fields.a00", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true), large.Text);
        (tags.Status, tags.Text.Contains("\"tags\"", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true), tags.Text);
        (record.Status, record.Text.Contains(
            "records[0].properties", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true), record.Text);
        (await api.GetAsync("customers/u")).Json
            .GetProperty("fields")
            .GetProperty("a00").GetInt32()
            .ShouldBe(0, "nothing of a refused call is kept");
    }

    private static Task Release(SemaphoreSlim gate)
    {
        gate.Release();
        return Task.CompletedTask;
    }

    private async Task<Answer> SendAsync(string call, string body)
    {
        var client = _host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("write-1:")));
        return await client.SendTextAsync($"/v1/{call}", body);
    }

    private static string Filled(string body) =>
        body.Replace("FIELDS21", Fields("f", 21), StringComparison.Ordinal).Replace("NAME", new string('n', 201), StringComparison.Ordinal)
            .Replace("TAGS11", string.Join(',', Enumerable.Range(0, 11).Select(i => $"\"t{i}\"")), StringComparison.Ordinal);

    private static string Fields(string name, int count) =>
        string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{name}{i:00}\":{i}"));
}
