using System.Net;
using System.Text.Json;
using FlowBuilder.Application.Lists;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace FlowBuilder.Web.Tests.Whole;

/// <summary>A person comes in through every door under a word nobody else uses, is erased, and is
/// then looked for in every table, every file and every answer of the API.</summary>
public sealed class A_person_is_forgotten : IAsyncLifetime
{
    private const string Everything = """
        { "format": "flowbuilder.sequence/1", "title": "Everything", "settings": { "reEntry": { "policy": "always" } },
          "nodes": [
            { "id": "t", "kind": "trigger", "step": { "type": "estimate-sent" }, "at": [0, 0] },
            { "id": "todo", "kind": "action", "step": { "type": "create-todo", "title": "Call {{ customer.first_name }}", "assignee": "owner" }, "at": [0, 100] },
            { "id": "note", "kind": "action", "step": { "type": "add-note", "text": "{{ customer.first_name }} asked" }, "at": [0, 200] },
            { "id": "tell", "kind": "action", "step": { "type": "notify", "to": "owner", "text": "{{ customer.first_name }} is here" }, "at": [0, 300] },
            { "id": "mail", "kind": "action", "step": { "type": "email-customer", "template": "estimate-reminder" }, "at": [0, 400] },
            { "id": "w", "kind": "wait", "step": { "type": "wait-for", "duration": "P9D" }, "at": [0, 500] } ],
          "edges": [ { "from": "t", "to": "todo" }, { "from": "todo", "to": "note" }, { "from": "note", "to": "tell" }, { "from": "tell", "to": "mail" }, { "from": "mail", "to": "w" } ] }
        """;

    private readonly ApiHost _host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task By_every_table_every_file_and_the_API()
    {
        var manager = _host.Manager();
        var word = $"zq{Guid.NewGuid():N}";
        var other = $"other-{Guid.NewGuid():N}";
        await manager.PublishAsync(Everything);
        await manager.PublishAsync(Documents.FollowUp("Reviewed", review: true));
        var byHand = await manager.PublishAsync(Documents.ByHand);
        foreach (var who in (string[])[word, other])
        {
            await _host.TellAsync(
                "identify",
                $$$"""{"userId":"{{{who}}}","anonymousId":"anon-{{{who}}}","traits":{"first_name":"{{{who}}}","email":"{{{who}}}@example.com","phone":"+1555{{{who}}}","tags":["tag-{{{who}}}"],"own":"{{{who}}}"}}""");
            await _host.TellAsync("track", $$$"""{"anonymousId":"before-{{{who}}}","event":"Page of {{{who}}} Viewed"}""");
            await _host.TellAsync("alias", $$$"""{"userId":"{{{who}}}","previousId":"before-{{{who}}}"}""");
            await _host.TellAsync(
                "track", $$$"""{"userId":"{{{who}}}","event":"Estimate Sent","properties":{"estimate_id":"E-{{{who}}}","total":500}}""");
            (await manager.PutAsync(
                $"customers/{who}",
                $$$"""{"fields":{"last_name":"{{{who}}}"},"records":[{"type":"invoice","id":"I-{{{who}}}","properties":{"note":"{{{who}}}" } }]}""",
                Once())).Expect(HttpStatusCode.OK);
            (await manager.PostAsync($"sequences/{byHand}/enroll", $$"""{"userId":"{{who}}"}""", Once())).Expect(HttpStatusCode.OK);
            (await manager.SendAsync(
                HttpMethod.Post, "customers/import", $"user_id,city\n{who},{who}\n", [.. Once()], "text/csv")).Expect(HttpStatusCode.OK);
            var review = (await manager.GetAsync($"reviews?customer={who}")).Items[0].GetProperty("id").GetString();
            (await manager.PostAsync($"reviews/{review}/reject", $$"""{"reason":"{{who}} is known"}""", Once())).Expect(HttpStatusCode.OK);
            var toDo = (await manager.GetAsync($"todos?customer={who}")).Items[0].GetProperty("id").GetString();
            (await manager.PostAsync($"todos/{toDo}/complete", null, Once())).Expect(HttpStatusCode.OK);
            await _host.TellAsync(
                "track", $$$"""{"userId":"{{{who}}}","event":"Estimate Sent","properties":{"estimate_id":"F-{{{who}}}","total":500}}""");
        }

        await _host.Engine.DrainAsync(Cancellation);
        var planted = await PlacesAsync(word);
        foreach (var table in (string[])[
            "customers", "customer_keys", "customer_tags", "records", "events", "enrollments", "messages", "message_bodies", "reviews",
            "decisions", "todos", "notes", "notifications", "idempotency_keys"
        ])
            planted.ShouldContain(
                place => place.StartsWith($"{table}.", StringComparison.Ordinal),
                $"The word should be in {table} before: {string.Join(", ", planted)}");
        FilesWith(word).ShouldNotBeEmpty();
        var run = (await manager.GetAsync($"enrollments?customer={word}")).Items[0].GetProperty("id").GetString()!;
        var othersFiles = FilesWith(other).Length;

        (await manager.DeleteAsync($"customers/{word}")).Expect(HttpStatusCode.NoContent);
        await _host.Engine.DrainAsync(Cancellation);

        (await PlacesAsync(word)).ShouldBeEmpty();
        FilesWith(word).ShouldBeEmpty();
        foreach (var list in (string[])[
            "customers?limit=200", "enrollments?limit=200", "messages?limit=200", "reviews?limit=200", "todos?limit=200",
            $"customers/{word}", $"customers/{word}/timeline", $"customers/{word}/why", $"enrollments/{run}"
        ])
            (await manager.GetAsync(list)).Text.ShouldNotContain(word, Case.Sensitive, list);
        await AnswersLikeNothingAsync(manager, run);

        // Whoever stands beside keeps everything.
        FilesWith(other).Length.ShouldBe(othersFiles);
        (await manager.GetAsync($"customers/{other}"))
            .Expect(HttpStatusCode.OK).Json
            .GetProperty("fields")
            .GetProperty("own").GetString()
            .ShouldBe(other);
        (await manager.GetAsync($"messages?customer={other}")).Items.ShouldNotBeEmpty();
    }

    private static async Task AnswersLikeNothingAsync(Client manager, string run)
    {
        foreach (var move in (string[])["stop", "skip-wait", "retry"]) await SameAsync($"enrollments/{{0}}/{move}", null);
        await SameAsync("enrollments/{0}/move", """{"node":"w"}""");

        var bulk = (await manager.PostAsync("enrollments/bulk", $$"""{"ids":["{{run}}","999999999"],"action":"stop"}"""))
            .Expect(HttpStatusCode.OK).Json
            .GetProperty("items").EnumerateArray().ToArray();
        (bulk[0].GetProperty(
            "status").GetInt32(), bulk[0].GetProperty("detail").GetString()).ShouldBe((404, bulk[1].GetProperty("detail").GetString()));

        async Task SameAsync(string path, string? body)
        {
            var erased = await manager.PostAsync(path.Replace("{0}", run, StringComparison.Ordinal), body);
            var random = await manager.PostAsync(path.Replace("{0}", "999999999", StringComparison.Ordinal), body);
            erased.Status.ShouldBe(HttpStatusCode.NotFound, path);
            Without(erased).ShouldBe(Without(random), path);
        }
    }

    private static string Without(Answer answer)
    {
        var members = answer.Json.EnumerateObject()
            .Where(member => member.Name is not ("traceId" or "instance"))
            .Select(member => $"{member.Name}={member.Value}");
        return string.Join(";", members);
    }

    private static (string, string)[] Once() => [("Idempotency-Key", Guid.NewGuid().ToString("N"))];

    private string[] FilesWith(string word) =>
        !Directory.Exists(_host.Outbox)
            ? []
            : [.. Directory.EnumerateFiles(_host.Outbox, "*", SearchOption.AllDirectories)
                .Where(
                    file => File.ReadAllText(file)
                        .Replace("=\r\n", "", StringComparison.Ordinal)
                        .Contains(word, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Every column of every table in which the word stands.</summary>
    private async Task<IReadOnlyList<string>> PlacesAsync(string word)
    {
        await using var context = _host.Context();
        await using var connection = new SqliteConnection(context.Database.GetConnectionString());
        await connection.OpenAsync(Cancellation);
        var columns = new List<(string Table, string Column)>();
        await using (var ask = connection.CreateCommand())
        {
            ask.CommandText = "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'";
            await using var rows = await ask.ExecuteReaderAsync(Cancellation);
            while (await rows.ReadAsync(Cancellation)) columns.Add((rows.GetString(0), rows.GetString(1)));
        }

        columns.Count.ShouldBeGreaterThan(250);
        var places = new List<string>();
        foreach (var (table, column) in columns)
        {
            await using var look = connection.CreateCommand();
            look.CommandText = $"SELECT COUNT(*) FROM \"{table}\" WHERE instr(lower(CAST(\"{column}\" AS TEXT)), $word) > 0";
            look.Parameters.AddWithValue("$word", word);
            if ((long)(await look.ExecuteScalarAsync(Cancellation))! > 0) places.Add($"{table}.{column}");
        }

        return places;
    }
}
