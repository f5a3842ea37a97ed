using FlowBuilder.Application.Reviews;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Testing;
using FlowBuilder.Testing.Engine;
using FlowBuilder.Web.Components.Reviews;

namespace FlowBuilder.Benchmarks;

/// <summary>The review queue with many items, brought in by the real path: how long its pages take on SQLite.</summary>
internal static class ReviewPages
{
    private const string Gated = """
        { "format": "flowbuilder.sequence/1", "title": "Gated", "settings": { "reviewBeforeExecution": true, "reEntry": { "policy": "always" }, "review": { "expireAfter": "P30D" } },
          "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Bench Asks" } }, { "id": "m", "kind": "action", "step": { "type": "email-customer", "template": "bench" } } ],
          "edges": [ { "from": "t", "to": "m" } ] }
        """;

    /// <returns>What was opened, and the median time of it in milliseconds.</returns>
    public static async Task<IReadOnlyList<(string What, double Milliseconds)>> MeasureAsync(int items, int rounds)
    {
        await using var engine = await EngineHost.StartAsync([
            new CountingChannel(Channel.Email), new CountingChannel(Channel.Text), new CountingChannel(Channel.Webhook)
        ]);
        await engine.AddTemplateAsync(
            "bench", Channel.Email, "Hello {{ customer.first_name }}",
            $"<p>Hello {{{{ customer.first_name }}}}</p>{string.Concat(Enumerable.Repeat("<p>Lorem ipsum dolor sit amet.</p>", 60))}",
            "Hello");
        var sequence = await engine.PublishAsync(Gated);
        for (var first = 0; first < items; first += 250)
        {
            await engine.Intake.AcceptAsync([.. Enumerable.Range(first, Math.Min(250, items - first)).SelectMany(index => new[]
            {
                engine.Identify($"r-{index}", $$"""{"email":"r{{index}}@example.com","first_name":"Ann {{index}}"}"""),
                engine.Event("Bench Asks", $"r-{index}"),
            })], CancellationToken.None);
            await engine.Engine.DrainAsync(CancellationToken.None);
        }

        var results = new List<(string, double)>();
        var queries = new (string, ReviewQuery)[]
        {
            ("first page", new()), ("of one sequence", new(Sequence: sequence.Value)), ("expiring", new(ReviewFilter.Expiring)),
            ("asked (none)", new(ReviewFilter.Asked)), ("put off (none)", new(ReviewFilter.Snoozed)),
        };
        foreach (var (what, query) in queries) results.Add((what, await Timing.MedianAsync(rounds, () => ReadAsync(engine, query))));
        var deep = new ReviewQuery();
        for (var i = 0; i < items * 9 / 10 / ReviewQueue.PageSize && await ReadAsync(engine, deep) is { Next: { } next }; i++)
            deep = deep with { After = next };
        results.Add(("page at nine tenths", await Timing.MedianAsync(rounds, () => ReadAsync(engine, deep))));
        var id = (await ReadAsync(engine, deep)).Lines[0];
        results.Add(("one opened, with its messages", await Timing.MedianAsync(rounds, async () =>
        {
            await using var context = engine.Context();
            return await ReviewQueue.FindAsync(context, id.Id, CancellationToken.None);
        })));
        results.Add(("200 alike for a decision", await Timing.MedianAsync(rounds, async () =>
        {
            await using var context = engine.Context();
            return await ReviewQueue.FindAsync(
                context, [.. await ReviewQueue.AlikeAsync(context, id.Alike, CancellationToken.None)], CancellationToken.None);
        })));
        return results;
    }

    private static async Task<ReviewPage> ReadAsync(EngineHost engine, ReviewQuery query)
    {
        await using var context = engine.Context();
        return await ReviewQueue.ReadAsync(context, query, "ann", CancellationToken.None);
    }
}
