using System.Net;
using System.Text;
using System.Text.Json;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Customers.Importing;

public sealed class Customers_from_spreadsheets(ApiHost host) : IClassFixture<ApiHost>
{
    private static int _number;

    private static string Unique(string name) => $"{name}{Interlocked.Increment(ref _number)}";

    private static Task<Answer> Import(Client client, string csv, string query = "", params (string, string)[] headers) =>
        client.SendAsync(HttpMethod.Post, "customers/import" + query, csv, headers, "text/csv");

    private async Task<JsonElement> CustomerAsync(string id)
    {
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        return (await host.Manager().GetAsync($"customers/{Uri.EscapeDataString(id)}")).Expect(HttpStatusCode.OK).Json;
    }

    [Fact]
    public async Task Known_columns_are_known_in_any_spelling_and_own_ones_are_said()
    {
        var id = Unique("v01-");
        var answer = (await Import(
            host.Manager(),
            $"user_id,Email,First Name,Last Name,Phone,Tags,Gate Code\n{id},{id}@example.com,Ann,Lee,555-303-0001,vip;lawn,4711\n")).Expect(
                HttpStatusCode.OK).Json;
        answer.GetProperty("imported").GetInt32().ShouldBe(1);
        answer.GetProperty("customFields").EnumerateArray().Select(one => one.GetString()).ShouldBe(["Gate Code"]);
        var ann = await CustomerAsync(id);
        ann.GetProperty("name").GetString().ShouldBe("Ann Lee");
        ann.GetProperty("tags").GetArrayLength().ShouldBe(2);
        ann.GetProperty("fields").GetProperty("email").GetString().ShouldBe($"{id}@example.com");
    }

    [Fact]
    public async Task A_file_of_an_older_spreadsheet_is_read_and_said_to_be_one()
    {
        var id = Unique("v09-");
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes($"user_id,first_name,last_name\n{id},José,Núñez\n");
        var answer = (await host.Manager().PostAsync("customers/import", windows, "text/csv")).Expect(HttpStatusCode.OK);
        answer["encoding"].ShouldBe("windows-1252");
        (await CustomerAsync(id)).GetProperty("name").GetString().ShouldBe("José Núñez");
        (await Import(host.Manager(), $"user_id,first_name\n{id},Zoë\n")).Expect(HttpStatusCode.OK)["encoding"].ShouldBe("utf");
    }

    /// <summary>What HubSpot and Mailchimp know of a no is more than a trait of one customer.</summary>
    [Theory]
    [InlineData("UNSUB_TIME", "2026-01-05 10:00:00", "unsubscribed")]
    [InlineData("Unsubscribed from all email", "true", "unsubscribed")]
    [InlineData("Opted out of email: Marketing Information", "true", "unsubscribed")]
    [InlineData("CLEAN_TIME", "2026-01-05 10:00:00", "bounced")]
    [InlineData("Unsubscribed from all email", "false", null)]
    public async Task A_no_in_a_file_belongs_to_the_address(string column, string cell, string? reason)
    {
        var email = $"{Unique("no-")}@example.com";
        (await Import(host.Manager(), $"Email,{column}\n{email},{cell}\n")).Expect(HttpStatusCode.OK);
        await CustomerAsync(email);
        var lines = (await host.Manager().GetAsync($"suppressions?q={Uri.EscapeDataString(email)}"))
            .Expect(HttpStatusCode.OK).Json
            .GetProperty("items").EnumerateArray().ToList();
        lines.Select(line => line.GetProperty("reason").GetString()).ShouldBe(reason is null ? [] : [reason]);
    }

    [Fact]
    public async Task Without_an_id_a_customer_is_known_by_address_or_number()
    {
        var (email, phone) = ($"{Unique("v02-")}@example.com", "+1555020" + Random.Shared.Next(1000, 9999));
        var known = Unique("v02-known-");
        (await host.Manager()
            .PutAsync($"customers/{known}", $$$"""{"fields":{"email":"{{{email}}}","first_name":"Ann"}}""")).Expect(HttpStatusCode.Created);
        (await Import(
            host.Manager(), $"E-mail Address,Mobile Phone,City\n{email.ToUpperInvariant()},,Troy\n,{phone},Albany\nnew-{email},,Utica\n"))
            .Expect(HttpStatusCode.OK)["imported"]
            .ShouldBe("3");
        (await CustomerAsync(known)).GetProperty("fields").GetProperty("address").GetProperty("city").GetString().ShouldBe("Troy");
        (await CustomerAsync(phone)).GetProperty("fields").GetProperty("address").GetProperty("city").GetString().ShouldBe("Albany");
        (await CustomerAsync($"new-{email}"))
            .GetProperty("fields")
            .GetProperty("address")
            .GetProperty("city").GetString()
            .ShouldBe("Utica");
        // Again makes nobody twice.
        (await Import(host.Manager(), $"email,city\nnew-{email},Rome\n")).Expect(HttpStatusCode.OK);
        (await CustomerAsync($"new-{email}")).GetProperty("fields").GetProperty("address").GetProperty("city").GetString().ShouldBe("Rome");
    }

    [Fact]
    public async Task An_address_that_two_customers_have_is_refused_by_row()
    {
        var email = $"{Unique("both-")}@example.com";
        foreach (var id in (string[])[Unique("one-"), Unique("two-")])
            (await host.Manager().PutAsync($"customers/{id}", $$$"""{"fields":{"email":"{{{email}}}"}}""")).Expect(HttpStatusCode.Created);
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        var answer = await Import(host.Manager(), $"email,city\nother-{email},Troy\n{email},Troy\n");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Fields.ShouldContain("row 3: email", answer.Text);
    }

    [Theory]
    [InlineData("user_id,first_name\nxp-1,Ann\n1.23457E+11,Bob\n", "row 3: user_id", "shortened")]
    [InlineData("user_id,first_name\n1e5,Ann\n", "row 2: user_id", "shortened")]
    [InlineData("user_id,first_name\nxp-1,Ann\nxp-2,Bo\nxp-1,Cy\n", "row 4: user_id", "row 2")]
    [InlineData("user_id,first_name\n1001,Ann\n1001.0,Bob\n", "row 3: user_id", "row 2")]
    [InlineData("email,first_name\nxp-1@x.example,Ann\nXP-1@x.example ,Bob\n", "row 3: user_id", "row 2")]
    [InlineData("user_id,street,city\nxp-1,12 Main St, Apt 4,Troy\n", "row 2", "more cells")]
    [InlineData("first_name\nAnn\n", "row 1", "email address")]
    [InlineData("user_id,email\nxp-1,a@x.example\n,\n , b@x.example \n,c\n", "row 5: user_id", "every row needs")]
    public async Task What_would_lose_somebody_is_refused_by_row_and_nothing_is_stored(string csv, string field, string words)
    {
        var answer = await Import(host.Manager(), csv);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer.Fields.ShouldContain(field, answer.Text);
        answer.Text.ShouldContain(words);
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        (await host.Manager().GetAsync("customers/xp-1")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Forty_bad_rows_are_told_by_row_and_the_good_ones_go_in_when_wanted()
    {
        var id = Unique("forty-");
        var csv = new StringBuilder("user_id,status\n");
        for (var i = 2; i <= 101; i++) csv.Append(id).Append('-').Append(i).Append(i % 5 < 2 ? ",asleep\n" : ",lead\n");
        var answer = await Import(host.Manager(), csv.ToString());
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Fields.Count.ShouldBe(40);
        answer.Fields.ShouldContain("row 6: status");

        var taken = (await Import(host.Manager(), csv.ToString(), "?badRows=skip")).Expect(HttpStatusCode.OK).Json;
        (taken.GetProperty("imported").GetInt32(), taken.GetProperty("leftOutRows").GetInt32()).ShouldBe((60, 40));
        (await CustomerAsync($"{id}-7")).GetProperty("fields").GetProperty("status").GetString().ShouldBe("lead");
    }

    [Fact]
    public async Task Blank_rows_and_columns_are_passed_over_and_said()
    {
        var id = Unique("v03-");
        var answer = (await Import(host.Manager(), $"user_id,first_name,,\n{id},Ann,,\n,,,\n , ,,\n\n")).Expect(HttpStatusCode.OK).Json;
        (answer.GetProperty("imported").GetInt32(), answer.GetProperty("passedOver").GetInt32()).ShouldBe((1, 3));
    }

    [Fact]
    public async Task Columns_become_what_the_caller_says()
    {
        var id = Unique("map-");
        var columns = Uri.EscapeDataString("""{"Kundennr":"user_id","Vorname":"first_name","Notes":"","Tor":"gate_code"}""");
        var csv = $"Kundennr,Vorname,Notes,Tor\n{id},Ann,secret,4711\n";
        var preview = (await Import(host.Manager(), csv, $"?columns={columns}&preview=true")).Expect(HttpStatusCode.OK).Json;
        preview.GetProperty("imported").GetInt32().ShouldBe(0);
        preview.GetProperty("columns").EnumerateArray()
            .Select(one => one.GetProperty("becomes").GetString())
            .ShouldBe(["user_id", "first_name", "", "gate_code"]);
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        (await host.Manager().GetAsync($"customers/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await Import(host.Manager(), csv, $"?columns={columns}")).Expect(HttpStatusCode.OK);
        var fields = (await CustomerAsync(id)).GetProperty("fields");
        (fields.GetProperty(
            "first_name").GetString(), fields.GetProperty(
                "gate_code").GetString(), fields.TryGetProperty("Notes", out _)).ShouldBe(("Ann", "4711", false));
        (await Import(host.Manager(), csv, "?columns=[]")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Import(
            host.Manager(), csv, $"?columns={Uri.EscapeDataString("""{"Nowhere":"user_id"}""")}")).Fields.ShouldContain("columns");
    }

    [Fact]
    public async Task A_column_of_one_part_of_an_address_tells_only_that_part()
    {
        var id = Unique("r14-");
        (await Import(host.Manager(), $"user_id,City,Zip\n{id},Troy,=\"02134\"\n")).Expect(HttpStatusCode.OK);
        var address = (await CustomerAsync(id)).GetProperty("fields").GetProperty("address");
        (address.GetProperty("city").GetString(), address.GetProperty("postal_code").GetString()).ShouldBe(("Troy", "02134"));
    }

    [Fact]
    public async Task Who_unsubscribed_elsewhere_comes_unsubscribed()
    {
        var (gone, here) = (Unique("no-"), Unique("yes-"));
        (await Import(
            host.Manager(),
            $"Customer ID,Email Address,UNSUB_TIME\n{gone},{gone}@x.example,2026-01-02 10:00:00\n{here},{here}@x.example,\n")).Expect(
                HttpStatusCode.OK);
        (await CustomerAsync(gone)).GetProperty("consent").GetProperty("email").GetBoolean().ShouldBeFalse();
        (await CustomerAsync(here)).GetProperty("consent").GetProperty("email").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Twenty_megabytes_are_taken_with_an_idempotency_key_too()
    {
        var id = Unique("large-");
        var csv = $"user_id,note\n{id},{new string('x', 10_000)}\n"
            + string.Concat(Enumerable.Repeat(new string(',', 9_000) + "\n", 1_100));
        Encoding.UTF8.GetByteCount(csv).ShouldBeGreaterThan(9 * 1024 * 1024);
        for (var time = 0; time < 2; time++)
            (await Import(host.Manager(), csv, "", ("Idempotency-Key", id))).Expect(HttpStatusCode.OK)["imported"].ShouldBe("1");
    }
}
