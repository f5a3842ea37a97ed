using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using FlowBuilder.Web.Customers;
using FlowBuilder.Web.Tests.Doubles;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Cases;

/// <summary>The cases once more on the whole program, each by a door and with an input that it was not reported by.</summary>
public sealed class The_same_kinds_through_other_doors(ApiHost host) : IClassFixture<ApiHost>
{
    private static int _number;

    private Client Manager => host.Manager();

    private static string New(string name) => string.Create(CultureInfo.InvariantCulture, $"{name}-{Interlocked.Increment(ref _number)}");

    // I01, I02

    [Theory]
    [InlineData("None")]
    [InlineData("undefined_undefined")]
    [InlineData("NA")]
    [InlineData("%5Bobject%20Object%5D")]
    public async Task Nobodys_id_names_nobody_at_the_API(string id)
    {
        (await Manager.PutAsync($"customers/{id}", """{"fields":{"city":"Hull"}}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Manager.GetAsync($"customers/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var known = New("known");
        (await Manager.PutAsync($"customers/{known}", """{"fields":{"city":"Hull"}}""")).Expect(HttpStatusCode.Created);
        ((int)(await Manager.PostAsync($"customers/{known}/merge", $$"""{"other":"{{Uri.UnescapeDataString(id)}}"}""")).Status).ShouldBeOneOf(400, 404);
        ((int)(await Manager.PostAsync($"customers/{Uri.EscapeDataString(Uri.UnescapeDataString(id))}/opt-in", """{"channel":"email","source":"x","at":"2026-01-01T00:00:00Z"}""")).Status).ShouldBeOneOf(400, 404);
    }

    [Theory]
    [InlineData("#N/A")]
    [InlineData("NULL")]
    [InlineData("(blank)")]
    public async Task Nobodys_id_in_a_file_is_no_id(string id)
    {
        var answer = await ImportAsync($"user_id,first_name\n{id},Ann\n");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Fields.ShouldBe(["row 2: user_id"]);
        // With an address beside it the customer is known by that.
        var email = $"{New("file")}@x.example";
        (await ImportAsync($"user_id,email\n{id},{email}\n")).Expect(HttpStatusCode.OK)["imported"].ShouldBe("1");
        (await CustomerAsync(email)).GetProperty("fields").GetProperty("email").GetString().ShouldBe(email);
    }

    [Fact]
    public async Task Two_visitors_without_an_id_in_one_batch_stay_strangers()
    {
        var (one, other) = (New("visitor"), New("visitor"));
        await host.TellAsync("identify", $$$"""{"userId":"{{{one}}}","anonymousId":"null-null","traits":{"first_name":"One"}}""");
        await host.TellAsync("identify", $$$"""{"userId":"{{{other}}}","anonymousId":"null-null","traits":{"first_name":"Other"}}""");
        (await CustomerAsync(one)).GetProperty("fields").GetProperty("first_name").GetString().ShouldBe("One");
        (await RefusedAsync("alias", $$"""{"userId":"{{one}}","previousId":"undefined_undefined"}""")).ShouldContain("previousId");
        (await RefusedAsync("batch", """{"batch":[{"type":"track","anonymousId":"NA","event":"A"}]}""")).ShouldContain("batch[0]");
    }

    // I03 to I10

    [Fact]
    public async Task Empties_are_missing_at_the_API_and_in_files()
    {
        var id = New("empty");
        (await Manager.PutAsync($"customers/{id}", """{"fields":{"birthday":"1984-12-05","status":"lead","city":"Hull","address":{"street":"1 Main St","city":"Troy"}},"tags":["vip"]}""")).Expect(HttpStatusCode.Created);
        (await Manager.PutAsync($"customers/{id}", """{"fields":{"email":"","created_at":"0001-01-01T00:00:00Z","address":[]}}""")).Expect(HttpStatusCode.OK);
        (await Manager.PutAsync($"customers/{id}", """{"fields":[]}""")).Expect(HttpStatusCode.OK);
        (await ImportAsync($"user_id,birthday,status,tags,city,email_consent\n{id},,,,,\n")).Expect(HttpStatusCode.OK);
        var now = await CustomerAsync(id);
        var fields = now.GetProperty("fields");
        (fields.GetProperty("birthday").GetString(), fields.GetProperty("status").GetString(), fields.GetProperty("city").GetString()).ShouldBe(("1984-12-05", "lead", "Hull"));
        (fields.GetProperty("address").GetProperty("street").GetString(), now.GetProperty("tags").GetArrayLength()).ShouldBe(("1 Main St", 1));
    }

    [Theory]
    [InlineData("page")]
    [InlineData("screen")]
    [InlineData("group")]
    public async Task Traits_in_the_context_of_any_call_describe_the_customer(string call)
    {
        var id = New("context");
        await host.TellAsync(call, $$$"""{"userId":"{{{id}}}","groupId":"g","name":"Prices","context":{"traits":{"firstName":"Ann","email":"{{{id}}}@x.example"} } }""");
        (await CustomerAsync(id)).GetProperty("fields").GetProperty("first_name").GetString().ShouldBe("Ann");
    }

    [Fact]
    public async Task Segments_spelling_is_understood_at_the_API_and_in_files_too()
    {
        var (api, file) = (New("segment"), New("segment"));
        (await Manager.PutAsync($"customers/{api}", """{"fields":{"firstName":"Ann","lastName":"Lee","createdAt":"2026-01-02","address":{"postalCode":"02108"}}}""")).Expect(HttpStatusCode.Created);
        (await ImportAsync($"userId,firstName,lastName,postalCode\n{file},Ann,Lee,02108\n")).Expect(HttpStatusCode.OK);
        foreach (var id in (string[])[api, file])
        {
            var customer = await CustomerAsync(id);
            (customer.GetProperty("name").GetString(), customer.GetProperty("fields").GetProperty("address").GetProperty("postal_code").GetString()).ShouldBe(("Ann Lee", "02108"), id);
        }
    }

    [Fact]
    public async Task Ids_of_records_have_one_form_by_every_door()
    {
        var id = New("records");
        (await Manager.PutAsync($"customers/{id}", """{"records":[{"type":"invoice","id":"1001.0","status":"created"},{"type":"invoice","id":" inv-7 ","status":"created"}]}""")).Expect(HttpStatusCode.Created);
        foreach (var told in (string[])["1001", "\"1001.00\"", "\" 1001\""]) await host.TellAsync("track", $$$"""{"userId":"{{{id}}}","event":"Invoice Paid","properties":{"invoice_id":{{{told}}}}}""");
        await host.TellAsync("track", $$$"""{"userId":" {{{id}}} ","event":"Invoice Paid","properties":{"invoiceId":"inv-7\u200b"}}""");
        var records = (await CustomerAsync(id)).GetProperty("records").EnumerateArray().Select(record => (record.GetProperty("id").GetString(), record.GetProperty("status").GetString())).Order();
        records.ShouldBe([("1001", "paid"), ("inv-7", "paid")]);
        (await Manager.GetAsync($"customers/{Uri.EscapeDataString($" {id}\u200b")}")).Expect(HttpStatusCode.OK);
    }

    // R01 to R04, R13, R14

    [Fact]
    public async Task In_one_batch_too_an_older_event_of_a_record_undoes_nothing()
    {
        var id = New("order");
        await host.TellAsync("batch", $$$"""
            {"batch":[
              {"type":"track","userId":"{{{id}}}","event":"Invoice Paid","timestamp":"2026-03-05T12:00:00Z","properties":{"invoice_id":"I1","total":90}},
              {"type":"track","userId":"{{{id}}}","event":"Invoice Past Due","timestamp":"2026-03-04T12:00:00Z","properties":{"invoice_id":"I1","total":100,"note":"late"}},
              {"type":"track","userId":"{{{id}}}","event":"Meeting Cancelled","timestamp":"2026-03-05T12:00:00Z","properties":{"meeting_id":"M1"}},
              {"type":"track","userId":"{{{id}}}","event":"Meeting Rescheduled","timestamp":"2026-03-05T11:00:00Z","properties":{"meeting_id":"M1","start_at":"2026-12-12T10:00:00Z"}}]}
            """);
        var records = (await CustomerAsync(id)).GetProperty("records").EnumerateArray().ToDictionary(record => record.GetProperty("id").GetString()!);
        (records["I1"].GetProperty("status").GetString(), records["I1"].GetProperty("properties").GetProperty("total").GetInt32(), records["I1"].GetProperty("properties").GetProperty("note").GetString()).ShouldBe(("paid", 90, "late"));
        records["M1"].GetProperty("status").GetString().ShouldBe("cancelled");
    }

    [Fact]
    public async Task A_run_without_a_record_is_stopped_by_an_event_without_one()
    {
        await Manager.PublishAsync(Documents.FollowUp(New("No record")).Replace("estimate-sent", "invoice-past-due", StringComparison.Ordinal).Replace("Estimate Accepted", "Invoice Paid", StringComparison.Ordinal));
        var id = New("without");
        await host.TellAsync("identify", $$$"""{"userId":"{{{id}}}","traits":{"email":"{{{id}}}@x.example"}}""");
        await host.TellAsync("track", $$$"""{"userId":"{{{id}}}","event":"Invoice Past Due","properties":{"invoice_id":"undefined"}}""");
        (await RunsAsync(id)).ShouldBe(["waiting"]);
        await host.TellAsync("track", $$$"""{"userId":"{{{id}}}","event":"Invoice Paid","properties":{"invoice_id":""}}""");
        (await RunsAsync(id)).ShouldBe(["stopped"]);
    }

    [Fact]
    public async Task Parts_of_an_address_are_merged_by_the_API()
    {
        var id = New("address");
        (await Manager.PutAsync($"customers/{id}", """{"fields":{"address":{"street":"1 Main St","city":"Troy","state":"NY"}}}""")).Expect(HttpStatusCode.Created);
        (await Manager.PutAsync($"customers/{id}", """{"fields":{"address":{"city":"Utica","state":null}}}""")).Expect(HttpStatusCode.OK);
        (await CustomerAsync(id)).GetProperty("fields").GetProperty("address").EnumerateObject().Select(part => $"{part.Name}: {part.Value}").Order().ShouldBe(["city: Utica", "street: 1 Main St"]);
    }

    [Fact]
    public async Task What_was_only_written_otherwise_has_not_changed()
    {
        await Manager.PublishAsync($$"""
            { "format": "flowbuilder.sequence/1", "title": "{{New("Changed")}}", "settings": { "reEntry": { "policy": "always" } },
              "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "field-changed", "field": "score" } }, { "id": "a", "kind": "action", "step": { "type": "add-note", "text": "changed" } } ],
              "edges": [ { "from": "t", "to": "a" } ] }
            """);
        var id = New("score");
        await host.TellAsync("identify", $$$"""{"userId":"{{{id}}}","traits":{"score":1250}}""");
        (await Manager.PutAsync($"customers/{id}", """{"fields":{"score":"1,250.00"}}""")).Expect(HttpStatusCode.OK);
        (await ImportAsync($"user_id,score\n{id},\"1 250\"\n")).Expect(HttpStatusCode.OK);
        await host.TellAsync("identify", $$$"""{"userId":"{{{id}}}","traits":{"score":" 1250.0 "}}""");
        (await RunsAsync(id)).ShouldBeEmpty();
        await host.TellAsync("identify", $$$"""{"userId":"{{{id}}}","traits":{"score":"1,251"}}""");
        (await RunsAsync(id)).ShouldBe(["done"]);
    }

    // T01 to T05, N01

    [Theory]
    [InlineData("1984-12-05T00:00:00.000Z")]
    [InlineData("Wed Dec 05 1984 00:00:00 GMT+0000 (Coordinated Universal Time)")]
    [InlineData("12/5/1984")]
    [InlineData("Dec-05-1984")]
    public async Task A_birthday_is_the_written_day_by_file_and_API(string written)
    {
        var (api, file) = (New("born"), New("born"));
        (await Manager.PutAsync($"customers/{api}", $$$"""{"fields":{"birthday":{{{JsonSerializer.Serialize(written)}}}}}""")).Expect(HttpStatusCode.Created);
        (await ImportAsync($"user_id,Date of Birth\n{file},{written}\n")).Expect(HttpStatusCode.OK);
        foreach (var id in (string[])[api, file]) (await CustomerAsync(id)).GetProperty("fields").GetProperty("birthday").GetString().ShouldBe("1984-12-05", id);
    }

    [Theory]
    [InlineData("(UTC-08:00) Pacific Time (US & Canada)", "America/Los_Angeles")]
    [InlineData("PST/PDT", "America/Los_Angeles")]
    [InlineData("hawaii", "Pacific/Honolulu")]
    public async Task A_zone_is_understood_by_file_and_API(string written, string zone)
    {
        var (api, file) = (New("zone"), New("zone"));
        (await Manager.PutAsync($"customers/{api}", $$$"""{"fields":{"time_zone":{{{JsonSerializer.Serialize(written)}}}}}""")).Expect(HttpStatusCode.Created);
        (await ImportAsync($"user_id,Time Zone\n{file},{written}\n")).Expect(HttpStatusCode.OK);
        foreach (var id in (string[])[api, file]) (await CustomerAsync(id)).GetProperty("timeZone").GetProperty("zones").EnumerateArray().Select(one => one.GetString()).ShouldBe([zone], id);
    }

    [Fact]
    public async Task A_condition_reads_numbers_as_people_write_them()
    {
        await Manager.PublishAsync($$"""
            { "format": "flowbuilder.sequence/1", "title": "{{New("Large")}}", "settings": { "reEntry": { "policy": "always" } },
              "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Ordered Much", "where": [ { "property": "total", "op": "greater", "value": 500 } ] } },
                         { "id": "a", "kind": "action", "step": { "type": "add-note", "text": "much" } } ],
              "edges": [ { "from": "t", "to": "a" } ] }
            """);
        foreach (var (total, enters) in (IEnumerable<(string, bool)>)[("499,99", false), ("R$ 1.234,56", true), ("５００", false), ("501,00 €", true), ("1,2,5,0", false), ("12.-", false)])
        {
            var id = New("total");
            await host.TellAsync("track", $$$"""{"userId":"{{{id}}}","event":"Ordered Much","properties":{"total":{{{JsonSerializer.Serialize(total)}}}}}""");
            (await RunsAsync(id)).Count.ShouldBe(enters ? 1 : 0, total);
        }
    }

    // V01 to V09

    [Fact]
    public async Task Files_as_other_programs_save_them()
    {
        var (tabs, wide, semicolons) = (New("tabs"), New("wide"), New("semicolons"));
        (await ImportAsync($"User ID\tE-Mail Address\tFIRST-NAME\n{tabs}\t{tabs}@x.example\tAnn\n")).Expect(HttpStatusCode.OK)["imported"].ShouldBe("1");
        (await ImportAsync($"\"sep=;\"\r\nuser_id;first name;Zip Code\r\n{semicolons};Ann;=\"02134\"\r\n;;\r\n")).Expect(HttpStatusCode.OK)["imported"].ShouldBe("1");
        // Excel's “Unicode text”.
        using var content = new ByteArrayContent([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($"user_id\tfirst_name\r\n{wide}\tJosé\r\n")]);
        content.Headers.ContentType = new("text/csv");
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "manage-1");
        using var taken = await client.PostAsync(new Uri("/api/v1/customers/import", UriKind.Relative), content, TestContext.Current.CancellationToken);
        taken.StatusCode.ShouldBe(HttpStatusCode.OK, await taken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        foreach (var (id, name) in ((string, string)[])[(tabs, "Ann"), (semicolons, "Ann"), (wide, "José")]) (await CustomerAsync(id)).GetProperty("name").GetString().ShouldBe(name);
    }

    [Theory]
    [InlineData("user_id,first_name\n1,23E+05,Ann\n", "row 2")]
    [InlineData("user_id,first_name\n\"1,23E+05\",Ann\n", "row 2: user_id")]
    [InlineData("user_id,first_name\n4.5e+12,Ann\n", "row 2: user_id")]
    [InlineData("phone,first_name\n5.55203E+09,Ann\n", "row 2: user_id")]
    [InlineData("email,first_name\nsame@x.example,Ann\nMAILTO:Same@X.example,Bob\n", "row 3: user_id")]
    [InlineData("user_id,street,city\nx-9,\"12 Main St\", Apt 4, Troy\n", "row 2")]
    public async Task What_a_spreadsheet_has_spoilt_is_refused_by_row(string csv, string field)
    {
        var answer = await ImportAsync(csv);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer.Fields.ShouldContain(field, answer.Text);
    }

    // P02, P06, P07, O02

    [Theory]
    [InlineData("+44 (0)20 7946 0958", "442079460958")]
    [InlineData("+1 555‑204‑0001", "5552040001")]
    [InlineData("555.204.0002 ext 7", "(555) 204-0002")]
    [InlineData("‪+15552040003‬", "555 204 0003")]
    public async Task A_caller_is_found_by_the_number_on_every_screen_with_a_search(string stored, string typed)
    {
        var id = New("caller");
        await host.TellAsync("identify", $$$"""{"userId":"{{{id}}}","traits":{"first_name":"Zoë {{{id}}}","phone":{{{JsonSerializer.Serialize(stored)}}}}}""");
        await host.TellAsync("track", $$$"""{"userId":"{{{id}}}","event":"Estimate Sent","properties":{"estimate_id":"E-{{{id}}}"}}""");
        (await Manager.GetAsync($"customers?q={Uri.EscapeDataString(typed)}")).Items.Select(one => one.GetProperty("userId").GetString()).ShouldContain(id);
        var samples = host.Services.GetRequiredService<CustomerSamples>();
        await People.HireAsync(host.Services, "searcher", "owner");
        foreach (var words in (string[])[typed, $"ZOE {id}"])
            (await samples.FindAsync(host.CallerOf("searcher"), words, TestContext.Current.CancellationToken)).Select(choice => choice.Name).ShouldContain($"Zoë {id}", words);
    }

    [Fact]
    public async Task A_tag_is_one_tag_however_its_letters_are_put_together()
    {
        var id = New("tag");
        await host.TellAsync("identify", $$$"""{"userId":"{{{id}}}","traits":{"add_tags":["caf\u00e9"]}}""");
        (await ImportAsync($"user_id,add_tags\n{id},cafe\u0301\n")).Expect(HttpStatusCode.OK);
        (await CustomerAsync(id)).GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ShouldBe(["café"]);
        (await Manager.PutAsync($"customers/{id}", "{\"tags\":[\"cafe\u0301\",\"caf\u00e9 \"]}")).Expect(HttpStatusCode.OK);
        (await CustomerAsync(id)).GetProperty("tags").GetArrayLength().ShouldBe(1);
    }

    // B12

    [Fact]
    public async Task What_a_sequence_raises_is_no_persons_word()
    {
        foreach (var name in (string[])["Subscribed", "Unsubscribed", " subscribed "])
        {
            var id = (await Manager.PostAsync("sequences", $$$"""
                { "format": "flowbuilder.sequence/1", "title": "{{{New("Raises")}}}", "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "manual" } },
                  { "id": "a", "kind": "action", "step": { "type": "raise-event", "name": "{{{name}}}", "properties": { "channel": "email" } } } ], "edges": [ { "from": "t", "to": "a" } ] }
                """)).Expect(HttpStatusCode.Created)["id"];
            var published = await Manager.PostAsync($"sequences/{id}/publish");
            if (published.Status != HttpStatusCode.OK) continue;
            var customer = New("raised");
            await host.TellAsync("identify", $$$"""{"userId":"{{{customer}}}","traits":{"email":"{{{customer}}}@x.example"}}""");
            await host.TellAsync("track", $$$"""{"userId":"{{{customer}}}","event":"Unsubscribed","properties":{"channel":"email"}}""");
            (await Manager.PostAsync($"sequences/{id}/enroll", $$"""{"userId":"{{customer}}"}""")).Expect(HttpStatusCode.OK);
            (await CustomerAsync(customer)).GetProperty("consent").GetProperty("unsubscribed").GetBoolean().ShouldBeTrue(name);
        }
    }

    private Task<Answer> ImportAsync(string csv) => Manager.SendAsync(HttpMethod.Post, "customers/import", csv, [], "text/csv");

    private async Task<JsonElement> CustomerAsync(string id)
    {
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        return (await Manager.GetAsync($"customers/{Uri.EscapeDataString(id)}")).Expect(HttpStatusCode.OK).Json;
    }

    private async Task<IReadOnlyList<string?>> RunsAsync(string id)
    {
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        return [.. (await Manager.GetAsync($"enrollments?customer={id}")).Items.Select(run => run.GetProperty("state").GetString())];
    }

    private async Task<string> RefusedAsync(string call, string json) => (await Should.ThrowAsync<InvalidOperationException>(host.TellAsync(call, json))).Message;
}
