using System.Net;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Whole.Cases;

/// <summary>The cases once more on the whole program, each by a door and with an input that it was not reported by.</summary>
public sealed class The_same_kinds_through_other_doors(ApiHost host) : IClassFixture<ApiHost>
{
    private Client Manager => host.Manager();

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
        var known = OtherDoors.New("known");
        (await Manager.PutAsync($"customers/{known}", """{"fields":{"city":"Hull"}}""")).Expect(HttpStatusCode.Created);
        ((int)(await Manager.PostAsync(
            $"customers/{known}/merge", $$"""{"other":"{{Uri.UnescapeDataString(id)}}"}""")).Status).ShouldBeOneOf(400, 404);
        ((int)(await Manager.PostAsync(
            $"customers/{Uri.EscapeDataString(Uri.UnescapeDataString(id))}/opt-in",
            """{"channel":"email","source":"x","at":"2026-01-01T00:00:00Z"}""")).Status).ShouldBeOneOf(400, 404);
    }

    [Theory]
    [InlineData("#N/A")]
    [InlineData("NULL")]
    [InlineData("(blank)")]
    public async Task Nobodys_id_in_a_file_is_no_id(string id)
    {
        var answer = await host.ImportAsync($"user_id,first_name\n{id},Ann\n");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Fields.ShouldBe(["row 2: user_id"]);
        // With an address beside it the customer is known by that.
        var email = $"{OtherDoors.New("file")}@x.example";
        (await host.ImportAsync($"user_id,email\n{id},{email}\n")).Expect(HttpStatusCode.OK)["imported"].ShouldBe("1");
        (await host.CustomerAsync(email)).GetProperty("fields").GetProperty("email").GetString().ShouldBe(email);
    }

    [Fact]
    public async Task Two_visitors_without_an_id_in_one_batch_stay_strangers()
    {
        var (one, other) = (OtherDoors.New("visitor"), OtherDoors.New("visitor"));
        await host.TellAsync("identify", $$$"""{"userId":"{{{one}}}","anonymousId":"null-null","traits":{"first_name":"One"}}""");
        await host.TellAsync("identify", $$$"""{"userId":"{{{other}}}","anonymousId":"null-null","traits":{"first_name":"Other"}}""");
        (await host.CustomerAsync(one)).GetProperty("fields").GetProperty("first_name").GetString().ShouldBe("One");
        (await RefusedAsync("alias", $$"""{"userId":"{{one}}","previousId":"undefined_undefined"}""")).ShouldContain("previousId");
        (await RefusedAsync("batch", """{"batch":[{"type":"track","anonymousId":"NA","event":"A"}]}""")).ShouldContain("batch[0]");
    }

    // I03 to I10

    [Fact]
    public async Task Empties_are_missing_at_the_API_and_in_files()
    {
        var id = OtherDoors.New("empty");
        (await Manager.PutAsync(
            $"customers/{id}",
            """{"fields":{"birthday":"1984-12-05","status":"lead","city":"Hull","address":{"street":"1 Main St","city":"Troy"}},"tags":["vip"]}"""))
                .Expect(
                HttpStatusCode.Created);
        (await Manager.PutAsync(
            $"customers/{id}", """{"fields":{"email":"","created_at":"0001-01-01T00:00:00Z","address":[]}}""")).Expect(HttpStatusCode.OK);
        (await Manager.PutAsync($"customers/{id}", """{"fields":[]}""")).Expect(HttpStatusCode.OK);
        (await host.ImportAsync($"user_id,birthday,status,tags,city,email_consent\n{id},,,,,\n")).Expect(HttpStatusCode.OK);
        var now = await host.CustomerAsync(id);
        var fields = now.GetProperty("fields");
        (fields.GetProperty(
            "birthday").GetString(), fields.GetProperty(
                "status").GetString(), fields.GetProperty("city").GetString()).ShouldBe(("1984-12-05", "lead", "Hull"));
        (fields.GetProperty("address")
            .GetProperty("street").GetString(), now.GetProperty("tags").GetArrayLength()).ShouldBe(("1 Main St", 1));
    }

    [Theory]
    [InlineData("page")]
    [InlineData("screen")]
    [InlineData("group")]
    public async Task Traits_in_the_context_of_any_call_describe_the_customer(string call)
    {
        var id = OtherDoors.New("context");
        await host.TellAsync(
            call,
            $$$"""{"userId":"{{{id}}}","groupId":"g","name":"Prices","context":{"traits":{"firstName":"Ann","email":"{{{id}}}@x.example"} } }""");
        (await host.CustomerAsync(id)).GetProperty("fields").GetProperty("first_name").GetString().ShouldBe("Ann");
    }

    [Fact]
    public async Task Segments_spelling_is_understood_at_the_API_and_in_files_too()
    {
        var (api, file) = (OtherDoors.New("segment"), OtherDoors.New("segment"));
        (await Manager.PutAsync(
            $"customers/{api}",
            """{"fields":{"firstName":"Ann","lastName":"Lee","createdAt":"2026-01-02","address":{"postalCode":"02108"}}}""")).Expect(
                HttpStatusCode.Created);
        (await host.ImportAsync($"userId,firstName,lastName,postalCode\n{file},Ann,Lee,02108\n")).Expect(HttpStatusCode.OK);
        foreach (var id in (string[])[api, file])
        {
            var customer = await host.CustomerAsync(id);
            (customer.GetProperty(
                "name").GetString(), customer.GetProperty("fields")
                    .GetProperty("address")
                    .GetProperty("postal_code").GetString()).ShouldBe(("Ann Lee", "02108"), id);
        }
    }

    [Fact]
    public async Task Ids_of_records_have_one_form_by_every_door()
    {
        var id = OtherDoors.New("records");
        (await Manager.PutAsync(
            $"customers/{id}",
            """{"records":[{"type":"invoice","id":"1001.0","status":"created"},{"type":"invoice","id":" inv-7 ","status":"created"}]}"""))
                .Expect(
                HttpStatusCode.Created);
        foreach (var told in (string[])["1001", "\"1001.00\"", "\" 1001\""])
            await host.TellAsync("track", $$$"""{"userId":"{{{id}}}","event":"Invoice Paid","properties":{"invoice_id":{{{told}}}}}""");
        await host.TellAsync("track", $$$"""{"userId":" {{{id}}} ","event":"Invoice Paid","properties":{"invoiceId":"inv-7\u200b"}}""");
        var records = (await host.CustomerAsync(id))
            .GetProperty("records").EnumerateArray()
            .Select(record => (record.GetProperty("id").GetString(), record.GetProperty("status").GetString())).Order();
        records.ShouldBe([("1001", "paid"), ("inv-7", "paid")]);
        (await Manager.GetAsync($"customers/{Uri.EscapeDataString($" {id}\u200b")}")).Expect(HttpStatusCode.OK);
    }

    // R01 to R04, R13, R14

    [Fact]
    public async Task In_one_batch_too_an_older_event_of_a_record_undoes_nothing()
    {
        var id = OtherDoors.New("order");
        await host.TellAsync("batch", $$$"""
            {"batch":[
              {"type":"track","userId":"{{{id}}}","event":"Invoice Paid","timestamp":"2026-03-05T12:00:00Z","properties":{"invoice_id":"I1","total":90}},
              {"type":"track","userId":"{{{id}}}","event":"Invoice Past Due","timestamp":"2026-03-04T12:00:00Z","properties":{"invoice_id":"I1","total":100,"note":"late"}},
              {"type":"track","userId":"{{{id}}}","event":"Meeting Cancelled","timestamp":"2026-03-05T12:00:00Z","properties":{"meeting_id":"M1"}},
              {"type":"track","userId":"{{{id}}}","event":"Meeting Rescheduled","timestamp":"2026-03-05T11:00:00Z","properties":{"meeting_id":"M1","start_at":"2026-12-12T10:00:00Z"}}]}
            """);
        var records = (await host.CustomerAsync(id))
            .GetProperty("records").EnumerateArray()
            .ToDictionary(record => record.GetProperty("id").GetString()!);
        (records["I1"]
            .GetProperty(
                "status").GetString(), records["I1"]
                    .GetProperty("properties")
                    .GetProperty(
                        "total").GetInt32(), records["I1"]
                            .GetProperty("properties")
                            .GetProperty("note").GetString()).ShouldBe(("paid", 90, "late"));
        records["M1"].GetProperty("status").GetString().ShouldBe("cancelled");
    }

    [Fact]
    public async Task A_run_without_a_record_is_stopped_by_an_event_without_one()
    {
        await Manager.PublishAsync(Documents.FollowUp(OtherDoors.New("No record"))
            .Replace("estimate-sent", "invoice-past-due", StringComparison.Ordinal)
            .Replace("Estimate Accepted", "Invoice Paid", StringComparison.Ordinal));
        var id = OtherDoors.New("without");
        await host.TellAsync("identify", $$$"""{"userId":"{{{id}}}","traits":{"email":"{{{id}}}@x.example"}}""");
        await host.TellAsync("track", $$$"""{"userId":"{{{id}}}","event":"Invoice Past Due","properties":{"invoice_id":"undefined"}}""");
        (await host.RunsAsync(id)).ShouldBe(["waiting"]);
        await host.TellAsync("track", $$$"""{"userId":"{{{id}}}","event":"Invoice Paid","properties":{"invoice_id":""}}""");
        (await host.RunsAsync(id)).ShouldBe(["stopped"]);
    }

    [Fact]
    public async Task Parts_of_an_address_are_merged_by_the_API()
    {
        var id = OtherDoors.New("address");
        (await Manager.PutAsync(
            $"customers/{id}",
            """{"fields":{"address":{"street":"1 Main St","city":"Troy","state":"NY"}}}""")).Expect(HttpStatusCode.Created);
        (await Manager.PutAsync($"customers/{id}", """{"fields":{"address":{"city":"Utica","state":null}}}""")).Expect(HttpStatusCode.OK);
        (await host.CustomerAsync(id))
            .GetProperty("fields")
            .GetProperty("address").EnumerateObject()
            .Select(part => $"{part.Name}: {part.Value}").Order()
            .ShouldBe(["city: Utica", "street: 1 Main St"]);
    }

    [Fact]
    public async Task What_was_only_written_otherwise_has_not_changed()
    {
        await Manager.PublishAsync($$"""
            { "format": "flowbuilder.sequence/1", "title": "{{OtherDoors.New("Changed")}}", "settings": { "reEntry": { "policy": "always" } },
              "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "field-changed", "field": "score" } }, { "id": "a", "kind": "action", "step": { "type": "add-note", "text": "changed" } } ],
              "edges": [ { "from": "t", "to": "a" } ] }
            """);
        var id = OtherDoors.New("score");
        await host.TellAsync("identify", $$$"""{"userId":"{{{id}}}","traits":{"score":1250}}""");
        (await Manager.PutAsync($"customers/{id}", """{"fields":{"score":"1,250.00"}}""")).Expect(HttpStatusCode.OK);
        (await host.ImportAsync($"user_id,score\n{id},\"1 250\"\n")).Expect(HttpStatusCode.OK);
        await host.TellAsync("identify", $$$"""{"userId":"{{{id}}}","traits":{"score":" 1250.0 "}}""");
        (await host.RunsAsync(id)).ShouldBeEmpty();
        await host.TellAsync("identify", $$$"""{"userId":"{{{id}}}","traits":{"score":"1,251"}}""");
        (await host.RunsAsync(id)).ShouldBe(["done"]);
    }

    // B12

    [Fact]
    public async Task What_a_sequence_raises_is_no_persons_word()
    {
        foreach (var name in (string[])["Subscribed", "Unsubscribed", " subscribed "])
        {
            var id = (await Manager.PostAsync("sequences", $$$"""
                { "format": "flowbuilder.sequence/1", "title": "{{{OtherDoors.New("Raises")}}}", "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "manual" } },
                  { "id": "a", "kind": "action", "step": { "type": "raise-event", "name": "{{{name}}}", "properties": { "channel": "email" } } } ], "edges": [ { "from": "t", "to": "a" } ] }
                """)).Expect(HttpStatusCode.Created)["id"];
            var published = await Manager.PostAsync($"sequences/{id}/publish");
            if (published.Status != HttpStatusCode.OK) continue;
            var customer = OtherDoors.New("raised");
            await host.TellAsync("identify", $$$"""{"userId":"{{{customer}}}","traits":{"email":"{{{customer}}}@x.example"}}""");
            await host.TellAsync("track", $$$"""{"userId":"{{{customer}}}","event":"Unsubscribed","properties":{"channel":"email"}}""");
            (await Manager.PostAsync($"sequences/{id}/enroll", $$"""{"userId":"{{customer}}"}""")).Expect(HttpStatusCode.OK);
            (await host.CustomerAsync(customer)).GetProperty("consent").GetProperty("unsubscribed").GetBoolean().ShouldBeTrue(name);
        }
    }

    private async Task<string> RefusedAsync(string call, string json) =>
        (await Should.ThrowAsync<InvalidOperationException>(host.TellAsync(call, json))).Message;
}
