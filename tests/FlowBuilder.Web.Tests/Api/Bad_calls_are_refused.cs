using System.Net;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api;

/// <summary>Every line: method, path, body, status, and the field named. Never a 5xx.</summary>
public sealed class Bad_calls_are_refused(ApiHost host) : IClassFixture<ApiHost>
{
    public static TheoryData<string, string, string?, int, string?> Table => new()
    {
        { "PUT", "customers/u", """{"fields":{},"colour":"red"}""", 400, "colour" },
        { "PUT", "customers/u", """{"fields":[1]}""", 400, "fields" },
        { "PUT", "customers/u", """{"fields":{"email":7.5,"tags":["x"]}}""", 400, "fields.tags" },
        { "PUT", "customers/u", """{"fields":{"status":"asleep"}}""", 400, "fields.status" },
        { "PUT", "customers/u", """{"tags":"vip"}""", 400, "tags" },
        { "PUT", "customers/undefined", """{"fields":{}}""", 400, "userId" },
        { "PUT", "customers/u", """{"records":[{"type":"visit","id":"null"}]}""", 400, "records[0].id" },
        { "PUT", "customers/u", """{"tags":[3]}""", 400, "tags[0]" },
        { "PUT", "customers/u", """{"automationsOff":"yes"}""", 400, "automationsOff" },
        { "PUT", "customers/u", """{"records":[{"id":"1"}]}""", 400, "records[0].type" },
        { "PUT", "customers/u", """{"records":[{"type":"estimate","id":"1","properties":3}]}""", 400, "records[0].properties" },
        { "PUT", "customers/u", """{"records":[null]}""", 400, "records[0]" },
        { "PUT", "customers/u", """{"fields":{"first_name":"a\u0000"}}""", 400, "fields.first_name" },
        { "PUT", "customers/u", """{"fields":{"first_name":"\ud800"}}""", 400, "fields.first_name" },
        { "PUT", "customers/u", """{"fields":{},"fields":{}}""", 400, "fields" },
        { "PUT", "customers/u", "", 400, "$" },
        { "PUT", "customers/u", "null", 400, "$" },
        { "PUT", "customers/u", "[]", 400, "$" },
        { "PUT", "customers/%20", "{}", 400, "userId" },
        { "PUT", "customers/a%0Ab", "{}", 400, "userId" },
        { "GET", "customers/nobody", null, 404, null },
        { "GET", "customers?colour=red", null, 400, "colour" },
        { "GET", "customers?limit=0", null, 400, "limit" },
        { "GET", "customers?limit=1000", null, 400, "limit" },
        { "GET", "customers?limit=x", null, 400, "limit" },
        { "GET", "customers?after=%25%25", null, 400, "after" },
        { "GET", "customers?after=bm90LWEtbnVtYmVy", null, 400, "after" },
        { "GET", "sequences?after=bm90LWEtbnVtYmVy", null, 400, "after" },
        { "GET", "sequences?sort=secret", null, 400, "sort" },
        { "GET", "sequences?state=2", null, 400, "state" },
        { "GET", "sequences/1", null, 404, null },
        { "GET", "sequences/00000000-0000-0000-0000-000000000000/draft", null, 404, null },
        { "POST", "sequences", "{}", 400, "format" },
        { "POST", "sequences", """{"format":"flowbuilder.sequence/1","nodes":3}""", 400, "nodes" },
        { "POST", "sequences", """{"format":"flowbuilder.sequence/1","nodes":[{"id":"a","kind":"rocket"}]}""", 400, "nodes[0].kind" },
        {
            "POST", "sequences", """{"format":"flowbuilder.sequence/1","nodes":[{"id":"a","kind":"action","step":{"type":"fly"}}]}""", 400,
            "nodes[0].step.type"
        },
        { "POST", "sequences", """{"format":"flowbuilder.sequence/1","colour":1}""", 400, "colour" },
        { "POST", "sequences", """{"format":"flowbuilder.sequence/1","title":"\u0000"}""", 400, "title" },
        { "POST", "sequences/validate", "nonsense", 400, "$" },
        { "GET", "enrollments?state=running", null, 400, "state" },
        { "GET", "enrollments?sequence=7", null, 400, "sequence" },
        { "GET", "enrollments/abc", null, 404, null },
        { "GET", "enrollments/99999999999999999999999", null, 404, null },
        { "POST", "enrollments/1/stop", """{"tidyup":true}""", 400, "tidyup" },
        { "GET", "reviews?state=open", null, 400, "state" },
        { "POST", "reviews/bulk", """{"items":[]}""", 400, "items" },
        { "POST", "reviews/bulk", """{"items":[{"id":"1","decision":"maybe"}]}""", 400, "items[0].decision" },
        { "POST", "reviews/bulk", """{"items":[{"id":"1","decision":"approve"}]}""", 400, "items[0].etag" },
        { "POST", "messages/1/resolve", """{"as":"lost"}""", 400, "as" },
        { "GET", "messages?state=Sent", null, 400, "state" },
        { "GET", "messages?enrollment=x", null, 400, "enrollment" },
        { "PUT", "templates/a%20b", """{"channel":"text","text":"x"}""", 400, "key" },
        { "PUT", "templates/t", """{"channel":"pigeon","text":"x"}""", 400, "channel" },
        { "PUT", "templates/t", """{"channel":0,"text":"x"}""", 400, "channel" },
        { "PUT", "templates/t", """{"text":"x"}""", 400, "channel" },
        { "PUT", "templates/t", """{"channel":"text","text":"x","subject":"y"}""", 400, "subject" },
        { "PUT", "templates/t", """{"channel":"email","html":"<p>x</p>"}""", 422, "subject" },
        { "PUT", "templates/t", """{"channel":"text","text":"{% if %}"}""", 422, "text" },
        { "POST", "qa/clock", "{}", 400, "advance" },
        { "POST", "qa/clock", """{"advance":"-P1D"}""", 400, "advance" },
        { "POST", "qa/clock", """{"advance":"P900Y"}""", 400, "advance" },
        { "POST", "qa/clock", """{"advance":"soon"}""", 400, "advance" },
        { "POST", "qa/clock", """{"now":"2001-01-01T00:00:00Z"}""", 400, "now" },
        { "POST", "qa/clock", """{"now":"whenever"}""", 400, "now" },
        { "GET", "nothing", null, 404, null },
        { "DELETE", "todos", null, 405, null },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task With_a_4xx_that_names_the_field(string method, string path, string? body, int status, string? field)
    {
        var answer = await host.Manager().SendAsync(new HttpMethod(method), path, body, []);

        ((int)answer.Status).ShouldBe(status, answer.Text);
        answer.Json.GetProperty("status").GetInt32().ShouldBe(status);
        if (field is not null) answer.Fields.ShouldContain(field, answer.Text);
        await using var context = host.Context();
        context.Customers.ShouldBeEmpty();
        context.Sequences.ShouldBeEmpty();
        context.Templates.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("customers/u", "PUT")]
    [InlineData("sequences", "POST")]
    [InlineData("templates/t", "PUT")]
    [InlineData("reviews/bulk", "POST")]
    public async Task Ten_thousand_levels_and_ten_megabytes_are_refused(string path, string method)
    {
        var deep = string.Concat(Enumerable.Repeat("{\"fields\":", 10_000)) + "1" + new string('}', 10_000);
        (await host.Manager().SendAsync(new HttpMethod(method), path, deep, [])).Status.ShouldBe(HttpStatusCode.BadRequest);
        var big = $$"""{"title":"{{new string('x', 10_000_000)}}"}""";
        (await host.Manager().SendAsync(new HttpMethod(method), path, big, [])).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await host.Manager()
            .SendAsync(
                new HttpMethod(method), path, "{}", [],
                "text/html")).Status.ShouldBeOneOf(HttpStatusCode.UnsupportedMediaType, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Keys_open_only_what_they_are_for()
    {
        (await host.Stranger().GetAsync("customers")).Expect(HttpStatusCode.Unauthorized)["title"].ShouldBe("No valid key");
        (await host.With("read").GetAsync("customers")).Status.ShouldBe(HttpStatusCode.OK);
        (await host.With("read").PutAsync("customers/u", "{}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await host.With("manage-only").PostAsync("reviews/bulk", """{"items":[]}""")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await host.With("approve").GetAsync("customers")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await host.With("write").GetAsync("customers")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await host.With("unknown").GetAsync("customers")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
