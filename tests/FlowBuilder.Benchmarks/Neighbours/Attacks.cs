using System.Globalization;
using System.Net;
using System.Text;
using FlowBuilder.Benchmarks.Outside;

namespace FlowBuilder.Benchmarks.Neighbours;

/// <summary>Every attack of the table, each through the doors that anybody has.</summary>
internal static class Attacks
{
    private const int AtOnce = 500;
    private const int Callers = 4;
    private const int TraitsAtOnce = 500;

    public static IReadOnlyList<Attack> All { get; } =
    [
        new("20,000 events in a burst", (street, scale, _) => BurstAsync(street, "Burst", scale.Of(20_000), "a.example")),
        new("14 calls of 500 new traits of one customer", (street, scale, _) => TraitsAsync(street, scale.Of(14, least: 2))),
        new("56 calls of 500 new traits of one customer", (street, scale, _) => TraitsAsync(street, scale.Of(56, least: 2))),
        new("a date and time that enrolls 10,000", (street, scale, over) => AtTimeAsync(street, scale.Of(10_000), over), Customers: 10_000),
        new("a template of half a second, 100 times", (street, scale, _) => TemplateAsync(street, scale.Of(100, least: 2))),
        new("a webhook that never answers, 300 times", (street, scale, _) => BurstAsync(street, "Webhook", scale.Of(300), "a.example")),
        new(
            "a mail server that hangs for one domain, 300 times",
            (street, scale, _) => BurstAsync(street, "Burst", scale.Of(300), Street.HangingDomain)),
        new(
            "a publish over 100,000 customers",
            async (street, _, _) =>
                NodePhrases(await street.PublishAsync(Sequence("Swept", """{ "type": "custom-event", "name": "Swept" }"""))),
            Customers: 100_000),
        new("a CSV of 60,000 rows", (street, scale, _) => ImportAsync(street, scale.Of(60_000))),
        new("validate of 9,000 nodes, again and again", (street, scale, over) => ValidateAsync(street, scale.Of(9_000, least: 20), over)),
    ];

    /// <summary>A sequence of company A's: a tag, and perhaps something that leaves the house.</summary>
    public static string Sequence(string title, string trigger, string? action = null) => $$"""
        { "format": "flowbuilder.sequence/1", "title": "{{title}}", "settings": { "reEntry": { "policy": "always" } },
          "nodes": [
            { "id": "t", "kind": "trigger", "step": {{trigger}}, "at": [0, 0] },
            { "id": "tag", "kind": "action", "step": { "type": "add-tag", "tag": "attacked" }, "at": [0, 100] }{{(action is null ? "" : $$""", { "id": "out", "kind": "action", "step": {{action}}, "at": [0, 200] }""")}} ],
          "edges": [ { "from": "t", "to": "tag" }{{(action is null ? "" : """, { "from": "tag", "to": "out" }""")}} ] }
        """;

    private static async Task<string> BurstAsync(Street street, string happened, int events, string domain)
    {
        var refused = 0;
        var batches = Enumerable.Range(0, events).Chunk(AtOnce / 2);
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (numbers, _) =>
        {
            var status = await street.Program.TellAsync(Street.WriteA, numbers.SelectMany(number => new object[]
            {
                new
                {
                    type = "identify", userId = $"a-{number}",
                    traits = new { email = $"a-{number}@{domain}", first_name = "Ann", email_consent = true }
                },
                new { type = "track", userId = $"a-{number}", @event = happened },
            }));
            if (status != HttpStatusCode.OK) Interlocked.Increment(ref refused);
        });
        return refused == 0 ? "all taken" : $"{refused} calls refused";
    }

    private static async Task<string> TraitsAsync(Street street, int calls)
    {
        var refused = 0;
        for (var call = 0; call < calls; call++)
        {
            var traits = Enumerable.Range(0, TraitsAtOnce).ToDictionary(number => $"trait_{call}_{number}", number => (object)number);
            if (await street.Program.TellAsync(Street.WriteA, [new { type = "identify", userId = "a-traits", traits }])
                != HttpStatusCode.OK)
                refused++;
        }

        return refused == 0 ? "all taken" : $"{refused} of {calls} calls refused";
    }

    private static async Task<string> AtTimeAsync(Street street, int customers, CancellationToken over)
    {
        var at = TimeProvider.System.GetUtcNow().AddSeconds(3);
        var trigger = $$"""{ "type": "at-time", "at": "{{at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}}" }""";
        var said = NodePhrases(await street.PublishAsync(Sequence("Dated", trigger), $"?confirm={customers}"));
        await UntilOverAsync(over);
        return said;
    }

    private static async Task<string> TemplateAsync(Street street, int times)
    {
        // Few turns, as loops are bounded, but each works on a long text.
        var costly =
            $$$"""{% assign long = '{{{new string('a', 4_000)}}}' %}{% for i in (1..4000) %}{% assign x = long | upcase | downcase | replace: 'a', 'b' | size %}{% endfor %}{{ x }}""";
        using var saved = await street.Program.ManageAsync(Street.ManageA, HttpMethod.Put, "api/v1/templates/attack",
            WholeProgram.Json($$"""{"channel":"email","name":"Attack","subject":"Attack","html":"<p>{{costly}}</p>","text":"Hello"}"""));
        return saved.IsSuccessStatusCode
            ? await BurstAsync(street, "Burst", times, "a.example")
            : $"refused when saved: {(int)saved.StatusCode}";
    }

    private static async Task<string> ImportAsync(Street street, int rows)
    {
        var file = new StringBuilder("user_id,first_name,last_name,email,city\n");
        for (var row = 0; row < rows; row++)
            file.Append(CultureInfo.InvariantCulture, $"csv-{row},Ann,Miller {row},csv{row}@a.example,Springfield\n");
        using var answer = await street.Program.ManageAsync(
            Street.ManageA, HttpMethod.Post, "api/v1/customers/import", new StringContent(file.ToString(), Encoding.UTF8, "text/csv"));
        return NodePhrases(answer.StatusCode);
    }

    private static async Task<string> ValidateAsync(Street street, int nodes, CancellationToken over)
    {
        var drawn = Enumerable.Range(0, nodes)
            .Select(
                number =>
                    $$"""{ "id": "n{{number}}", "kind": "action", "step": { "type": "add-tag", "tag": "t{{number}}" }, "at": [0, {{100 * number}}] }""");
        var drawing = $$"""
            { "format": "flowbuilder.sequence/1", "title": "Long", "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "manual" }, "at": [0, 0] }, {{string.Join(", ", drawn)}} ],
              "edges": [ { "from": "t", "to": "n0" }{{string.Concat(Enumerable.Range(1, nodes - 1).Select(number => $$""", { "from": "n{{number - 1}}", "to": "n{{number}}" }"""))}} ] }
            """;
        var answers = new Dictionary<HttpStatusCode, int>();
        while (!over.IsCancellationRequested)
        {
            using var answer = await street.Program.ManageAsync(
                Street.ManageA, HttpMethod.Post, "api/v1/sequences/validate", WholeProgram.Json(drawing));
            answers[answer.StatusCode] = answers.GetValueOrDefault(answer.StatusCode) + 1;
        }

        return string.Join(", ", answers.Select(one => $"{one.Value} x {(int)one.Key}"));
    }

    private static string NodePhrases(HttpStatusCode status) => $"answered {(int)status}";

    private static async Task UntilOverAsync(CancellationToken over)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, over);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // That was what it waited for.
        }
    }
}
