using FlowBuilder.Application.Home;
using FlowBuilder.Application.Runs;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Finding;
using FlowBuilder.Application.Sequences.Versions;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Storage.Model;
using FlowBuilder.Testing;
using FlowBuilder.Testing.Engine;
using FlowBuilder.Web.Components.Runs;
using FlowBuilder.Web.Components.Runs.Activity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Benchmarks;

/// <summary>The activity of a million steps: how long its pages take to read on SQLite, each as its screen reads it.</summary>
internal sealed class ActivityPages(EngineHost engine, int rounds)
{
    public const int StepsEach = ActivityRows.StepsEach;
    private const int Sequences = 4;

    /// <summary>Of eight runs so many are of the first sequence.</summary>
    private const int OfTheFirst = 5;

    private const int PageSize = 50;

    private readonly IPlanCache _plans = engine.Services.GetRequiredService<IPlanCache>();
    private readonly SequenceDocumentJson _documents = engine.Services.GetRequiredService<SequenceDocumentJson>();

    /// <returns>What was opened, and the median time of it in milliseconds.</returns>
    public static async Task<IReadOnlyList<(string What, double Milliseconds)>> MeasureAsync(int runs, int customers, int rounds)
    {
        await using var engine = await EngineHost.StartAsync([
            new CountingChannel(Channel.Email), new CountingChannel(Channel.Text), new CountingChannel(Channel.Webhook)
        ]);
        await engine.AddTemplateAsync("bench", Channel.Email, "Hello", "<p>Hello</p>", "Hello");
        var sequences = new List<Guid>();
        for (var number = 0; number < Sequences; number++) sequences.Add((await engine.PublishAsync(Document(number))).Value);
        await using (var context = engine.Context())
        {
            var versions = await context.SequenceVersions.Select(version => new { version.SequenceId, version.Id }).ToListAsync();
            var shares = versions.OrderBy(version => sequences.IndexOf(version.SequenceId))
                .Select(version => (version.SequenceId, version.Id)).ToList();
            await ActivityRows.FillAsync(engine, [.. Enumerable.Repeat(shares[0], OfTheFirst), .. shares.Skip(1)], runs, customers);
        }

        var pages = new ActivityPages(engine, rounds);
        return await pages.ListsAsync(sequences[0], runs).Concat(pages.OthersAsync(new SequenceId(sequences[0]), runs)).ToListAsync();
    }

    private async IAsyncEnumerable<(string What, double Milliseconds)> ListsAsync(Guid sequence, int runs)
    {
        var today = DateOnly.FromDateTime(engine.Clock.Now.UtcDateTime);
        var lists = new (string, ActivityQuery)[]
        {
            ("list, first page", new()), ("list, page at nine tenths", new(Before: ActivityRows.First + (runs / 10))),
            ("list, waiting", new(State: EnrollmentState.Waiting)), ("list, finished", new(State: EnrollmentState.Done)),
            ("list, stopped", new(State: EnrollmentState.Stopped)), ("list, failed (1 in 500)", new(State: EnrollmentState.Failed)),
            ("list, rejected (the 5 oldest)", new(State: EnrollmentState.Rejected)),
            ("list, for review (none)", new(State: EnrollmentState.Review)), ("list, sending (none)", new(State: EnrollmentState.Sending)),
            ("list, held (5 old ones)", new(Held: true)), ("list, one sequence that has five eighths", new(Sequence: sequence)),
            ("list, at one step", new(Sequence: sequence, Node: "w")),
            ("list, at a step where no one is", new(Sequence: sequence, Node: "mail")),
            ("list, one sequence and rejected", new(Sequence: sequence, State: EnrollmentState.Rejected)),
            ("list, customer of whom there is one", new("ann4711@example.com")), ("list, customers of whom there are many", new("miller")),
            ("list, customer of whom there is none", new("nobody")),
            ("list, customers of whom there are many, and rejected", new("miller", State: EnrollmentState.Rejected)),
            ("list, last week", new(From: today.AddDays(-7))),
            ("list, one day half a year ago", new(From: today.AddDays(-180), Until: today.AddDays(-180))),
            ("list, a day before all", new(Until: today.AddDays(-3_000))),
        };
        foreach (var (what, query) in lists) yield return (what, await Timing.MedianAsync(rounds, () => ListAsync(query)));
    }

    private async IAsyncEnumerable<(string What, double Milliseconds)> OthersAsync(SequenceId sequence, int runs)
    {
        var contexts = engine.Services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>();
        var stories = new RunStories(contexts, _plans, new VersionReader(contexts, _documents, _plans));
        var reading = new RunReader(stories, engine.Services.GetRequiredService<StepJson>());
        yield return ("one run with its path and words", await Timing.MedianAsync(rounds, async () =>
            await reading.ReadAsync(engine.Company, ActivityRows.First + (runs / 2), CancellationToken.None)
            ?? throw new InvalidOperationException("The run is not there.")));
        yield return ("one run, asked whether it has moved", await Timing.MedianAsync(
            rounds, () => stories.MarkAsync(engine.Company, ActivityRows.First + (runs / 2), CancellationToken.None)));
        foreach (var isGated in (bool[])[false, true])
            yield return (isGated
                ? "Home of a company whose plan has no sequences"
                : "Home", await Timing.MedianAsync(
                    rounds,
                    () => new Attention(contexts).ReadAsync(engine.Company, "owner", isGated, engine.Clock.Now, CancellationToken.None)));
        yield return ("list of sequences", await Timing.MedianAsync(rounds, async () =>
        {
            await using var context = engine.Context();
            return await SequenceSearch.ReadAsync(context, context.Sequences, CancellationToken.None);
        }));
        var overviews = new SequenceOverviews(
            contexts, _documents, engine.Services.GetRequiredService<PlanCompiler>(), _plans,
            engine.Services.GetRequiredService<IInlineTexts>(), engine.Clock);
        yield return ("page of a sequence that has five eighths", await Timing.MedianAsync(
            rounds, () => overviews.ReadAsync(engine.Company, sequence, CancellationToken.None)));
    }

    private async Task<int> ListAsync(ActivityQuery query)
    {
        await using var context = engine.Context();
        var place = await StepPlace.FindAsync(context, _plans, engine.Company, query, CancellationToken.None);
        var search = await RunSearch.PrepareAsync(context, query, place.Places, TimeZoneInfo.Utc, CancellationToken.None);
        return (await search.ReadAsync(query.Before, PageSize + 1, CancellationToken.None)).Count;
    }

    private static string Document(int number) => $$"""
        { "format": "flowbuilder.sequence/1", "title": "Activity {{number}}", "settings": { "reEntry": { "policy": "always" } },
          "nodes": [
            { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Bench Activity" }, "at": [0, 0] },
            { "id": "ask", "kind": "if", "when": { "all": [ { "type": "has-tag", "tag": "do-not-nudge" } ] }, "at": [0, 100] },
            { "id": "tag", "kind": "action", "step": { "type": "add-tag", "tag": "nudging" }, "at": [0, 200] },
            { "id": "w", "kind": "wait", "step": { "type": "wait-for", "duration": "P2D" }, "at": [0, 300] },
            { "id": "mail", "kind": "action", "step": { "type": "email-customer", "template": "bench" }, "at": [0, 400] },
            { "id": "todo", "kind": "action", "step": { "type": "create-todo", "title": "Call", "assignee": "owner" }, "at": [0, 500] } ],
          "edges": [ { "from": "t", "to": "ask" }, { "from": "ask", "port": "no", "to": "tag" }, { "from": "tag", "to": "w" }, { "from": "w", "to": "mail" }, { "from": "mail", "to": "todo" } ] }
        """;
}
