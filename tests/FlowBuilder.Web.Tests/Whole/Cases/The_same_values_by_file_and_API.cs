using System.Net;
using System.Text;
using System.Text.Json;
using FlowBuilder.Application.Customers;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Whole.Cases;

/// <summary>Dates, zones, numbers, phone numbers and tags once more on the whole program, by spreadsheet, API and search.</summary>
public sealed class The_same_values_by_file_and_API(ApiHost host) : IClassFixture<ApiHost>
{
    private Client Manager => host.Manager();

    // T01 to T05, N01

    [Theory]
    [InlineData("1984-12-05T00:00:00.000Z")]
    [InlineData("Wed Dec 05 1984 00:00:00 GMT+0000 (Coordinated Universal Time)")]
    [InlineData("12/5/1984")]
    [InlineData("Dec-05-1984")]
    public async Task A_birthday_is_the_written_day_by_file_and_API(string written)
    {
        var (api, file) = (OtherDoors.New("born"), OtherDoors.New("born"));
        (await Manager.PutAsync(
            $"customers/{api}", $$$"""{"fields":{"birthday":{{{JsonSerializer.Serialize(written)}}}}}""")).Expect(HttpStatusCode.Created);
        (await host.ImportAsync($"user_id,Date of Birth\n{file},{written}\n")).Expect(HttpStatusCode.OK);
        foreach (var id in (string[])[api, file])
            (await host.CustomerAsync(id)).GetProperty("fields").GetProperty("birthday").GetString().ShouldBe("1984-12-05", id);
    }

    [Theory]
    [InlineData("(UTC-08:00) Pacific Time (US & Canada)", "America/Los_Angeles")]
    [InlineData("PST/PDT", "America/Los_Angeles")]
    [InlineData("hawaii", "Pacific/Honolulu")]
    public async Task A_zone_is_understood_by_file_and_API(string written, string zone)
    {
        var (api, file) = (OtherDoors.New("zone"), OtherDoors.New("zone"));
        (await Manager.PutAsync(
            $"customers/{api}", $$$"""{"fields":{"time_zone":{{{JsonSerializer.Serialize(written)}}}}}""")).Expect(HttpStatusCode.Created);
        (await host.ImportAsync($"user_id,Time Zone\n{file},{written}\n")).Expect(HttpStatusCode.OK);
        foreach (var id in (string[])[api, file])
            (await host.CustomerAsync(id))
                .GetProperty("timeZone")
                .GetProperty("zones").EnumerateArray()
                .Select(one => one.GetString())
                .ShouldBe([zone], id);
    }

    [Fact]
    public async Task A_condition_reads_numbers_as_people_write_them()
    {
        await Manager.PublishAsync($$"""
            { "format": "flowbuilder.sequence/1", "title": "{{OtherDoors.New("Large")}}", "settings": { "reEntry": { "policy": "always" } },
              "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Ordered Much", "where": [ { "property": "total", "op": "greater", "value": 500 } ] } },
                         { "id": "a", "kind": "action", "step": { "type": "add-note", "text": "much" } } ],
              "edges": [ { "from": "t", "to": "a" } ] }
            """);
        foreach (var (total, enters) in (IEnumerable<(string, bool)>)[
            ("499,99", false), ("R$ 1.234,56", true), ("５００", false), ("501,00 €", true), ("1,2,5,0", false), ("12.-", false)
        ])
        {
            var id = OtherDoors.New("total");
            await host.TellAsync(
                "track",
                $$$"""{"userId":"{{{id}}}","event":"Ordered Much","properties":{"total":{{{JsonSerializer.Serialize(total)}}}}}""");
            (await host.RunsAsync(id)).Count.ShouldBe(enters ? 1 : 0, total);
        }
    }

    // V01 to V09

    [Fact]
    public async Task Files_as_other_programs_save_them()
    {
        var (tabs, wide, semicolons) = (OtherDoors.New("tabs"), OtherDoors.New("wide"), OtherDoors.New("semicolons"));
        (await host.ImportAsync($"User ID\tE-Mail Address\tFIRST-NAME\n{tabs}\t{tabs}@x.example\tAnn\n"))
            .Expect(HttpStatusCode.OK)["imported"]
            .ShouldBe("1");
        (await host.ImportAsync($"\"sep=;\"\r\nuser_id;first name;Zip Code\r\n{semicolons};Ann;=\"02134\"\r\n;;\r\n"))
            .Expect(HttpStatusCode.OK)["imported"]
            .ShouldBe("1");
        // Excel's “Unicode text”.
        using var content = new ByteArrayContent([
            .. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($"user_id\tfirst_name\r\n{wide}\tJosé\r\n")
        ]);
        content.Headers.ContentType = new("text/csv");
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "manage-1");
        using var taken = await client.PostAsync(
            new Uri("/api/v1/customers/import", UriKind.Relative), content, TestContext.Current.CancellationToken);
        taken.StatusCode.ShouldBe(HttpStatusCode.OK, await taken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        foreach (var (id, name) in ((string, string)[])[(tabs, "Ann"), (semicolons, "Ann"), (wide, "José")])
            (await host.CustomerAsync(id)).GetProperty("name").GetString().ShouldBe(name);
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
        var answer = await host.ImportAsync(csv);
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
        var id = OtherDoors.New("caller");
        await host.TellAsync(
            "identify",
            $$$"""{"userId":"{{{id}}}","traits":{"first_name":"Zoë {{{id}}}","phone":{{{JsonSerializer.Serialize(stored)}}}}}""");
        await host.TellAsync("track", $$$"""{"userId":"{{{id}}}","event":"Estimate Sent","properties":{"estimate_id":"E-{{{id}}}"}}""");
        (await Manager.GetAsync($"customers?q={Uri.EscapeDataString(typed)}")).Items
            .Select(one => one.GetProperty("userId").GetString())
            .ShouldContain(id);
        var samples = host.Services.GetRequiredService<CustomerSamples>();
        await People.HireAsync(host.Services, "searcher", "owner");
        foreach (var words in (string[])[typed, $"ZOE {id}"])
            (await samples.FindAsync(host.CallerOf("searcher"), words, TestContext.Current.CancellationToken))
                .Select(choice => choice.Name)
                .ShouldContain($"Zoë {id}", words);
    }

    [Fact]
    public async Task A_tag_is_one_tag_however_its_letters_are_put_together()
    {
        var id = OtherDoors.New("tag");
        await host.TellAsync("identify", $$$"""{"userId":"{{{id}}}","traits":{"add_tags":["caf\u00e9"]}}""");
        (await host.ImportAsync($"user_id,add_tags\n{id},cafe\u0301\n")).Expect(HttpStatusCode.OK);
        (await host.CustomerAsync(id)).GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ShouldBe(["café"]);
        (await Manager.PutAsync($"customers/{id}", "{\"tags\":[\"cafe\u0301\",\"caf\u00e9 \"]}")).Expect(HttpStatusCode.OK);
        (await host.CustomerAsync(id)).GetProperty("tags").GetArrayLength().ShouldBe(1);
    }
}
