using System.Diagnostics;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Intake;
using FlowBuilder.Runtime.Time;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Testing;
using FlowBuilder.Testing.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Benchmarks;

/// <summary>The engine as it runs in the program, with a null sink for mail.</summary>
internal sealed class BenchHost : IAsyncDisposable
{
    private const string FiveSteps = """
        { "format": "flowbuilder.sequence/1", "title": "Five steps", "description": "",
          "settings": { "reEntry": { "policy": "always" } },
          "nodes": [
            { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Bench Started" }, "at": [0, 0] },
            { "id": "ask", "kind": "if", "when": { "all": [ { "type": "has-tag", "tag": "do-not-nudge" } ] }, "at": [0, 100] },
            { "id": "tag", "kind": "action", "step": { "type": "add-tag", "tag": "nudging" }, "at": [0, 200] },
            { "id": "w", "kind": "wait", "step": { "type": "wait-until", "at": "2020-01-01T00:00:00Z" }, "at": [0, 300] },
            { "id": "mail", "kind": "action", "step": { "type": "email-customer", "template": "bench" }, "at": [0, 400] },
            { "id": "todo", "kind": "action", "step": { "type": "create-todo", "title": "Call {{ customer.first_name }}", "assignee": "owner" }, "at": [0, 500] } ],
          "edges": [ { "from": "t", "to": "ask" }, { "from": "ask", "port": "no", "to": "tag" }, { "from": "tag", "to": "w" }, { "from": "w", "to": "mail" }, { "from": "mail", "to": "todo" } ] }
        """;

    private const string LongWait = """
        { "format": "flowbuilder.sequence/1", "title": "Long wait", "description": "", "settings": {},
          "nodes": [
            { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Bench Waits" }, "at": [0, 0] },
            { "id": "w", "kind": "wait", "step": { "type": "wait-until-date", "property": "bench_due", "shift": "PT0S" }, "at": [0, 100] },
            { "id": "tag", "kind": "action", "step": { "type": "add-tag", "tag": "waited" }, "at": [0, 200] } ],
          "edges": [ { "from": "t", "to": "w" }, { "from": "w", "to": "tag" } ] }
        """;

    private readonly EngineHost _engine;
    private int _filled;

    private BenchHost(EngineHost engine, StepCounter steps) => (_engine, Steps) = (engine, steps);

    public StepCounter Steps { get; }

    public IIntake Intake => _engine.Intake;

    public IEngine Engine => _engine.Engine;

    public Stores Store => _engine.Store;

    /// <summary>What the store has written so far.</summary>
    public StoreCounters Written => _engine.Services.GetRequiredService<IStoreCounters>().Counters;

    public ProductClock Clock => _engine.Clock;

    public int Partitions => _engine.Services.GetRequiredService<EngineOptions>().Partitions;

    /// <summary>Distinguishes the customers of one round from the next.</summary>
    public int Round { get; private set; }

    /// <param name="strict">Every step is durable before the customer's next begins.</param>
    public static async Task<BenchHost> StartAsync(bool strict = false)
    {
        var steps = new StepCounter();
        var engine = await EngineHost.StartAsync(
            [new CountingChannel(Channel.Email), new CountingChannel(Channel.Text), new CountingChannel(Channel.Webhook)], listener: steps,
            settings: strict
                ? new Dictionary<string, string?> { [$"{EngineOptions.Section}:{nameof(EngineOptions.StepsPerTurn)}"] = "1" }
                : null);
        var host = new BenchHost(engine, steps);
        await engine.AddTemplateAsync("bench", Channel.Email, "Your estimate, {{ customer.first_name }}",
            "<p>Hello {{ customer.first_name }},</p><p>your estimate over {{ event.total }} is waiting.</p><p><a href=\"{{ unsubscribe_url "
                + "}}\">Unsubscribe</a></p>",
            "Hello {{ customer.first_name }}, your estimate is waiting.");
        await engine.PublishAsync(FiveSteps);
        await engine.PublishAsync(LongWait);
        await engine.Engine.DrainAsync(CancellationToken.None);
        return host;
    }

    /// <summary>Identified customers <c>w1-ROUND-0</c>...: everybody has an address, as in life.</summary>
    public async Task NextRoundAsync(string prefix, int customers)
    {
        Round++;
        for (var first = 0; first < customers; first += 200)
            await Intake.AcceptAsync([.. Enumerable.Range(first, Math.Min(200, customers - first))
                .Select(
                    index => _engine.Identify(
                        $"{prefix}-{Round}-{index}", $$"""{"email":"c{{index}}@example.com","first_name":"Ann","email_consent":true}"""))],
                CancellationToken.None);
        await Engine.DrainAsync(CancellationToken.None);
    }

    public IncomingEvent Event(string name, string customer) => _engine.Event(name, customer, """{"total":540,"service":"Lawn care"}""");

    /// <summary>So many runs that wait for a month, brought in by the real path.</summary>
    public Task FillWaitingAsync(int waiting)
    {
        var missing = waiting - _filled;
        return missing > 0 ? AddWaitingAsync(missing, Clock.Now.AddDays(30)) : Task.CompletedTask;
    }

    /// <summary>Customers who enter and wait until <paramref name="due"/>.</summary>
    public async Task AddWaitingAsync(int count, DateTimeOffset due)
    {
        const int AtOnce = 250;
        for (var done = 0; done < count; done += AtOnce)
        {
            var events = Enumerable.Range(_filled, Math.Min(AtOnce, count - done)).SelectMany(index => new[]
            {
                _engine.Identify($"w3-{index}", $$"""{"bench_due":"{{due:O}}"}"""), _engine.Event("Bench Waits", $"w3-{index}"),
            });
            await Intake.AcceptAsync([.. events], CancellationToken.None);
            _filled += Math.Min(AtOnce, count - done);
        }

        await Engine.DrainAsync(CancellationToken.None);
    }

    /// <summary>Moves the product clock to an instant at which something is due, and works it off.</summary>
    /// <returns>When the clock had moved (<see cref="Stopwatch"/> ticks): from then on the pumps know.</returns>
    public async Task<long> MoveClockAsync(DateTimeOffset to)
    {
        var moved = 0L;
        Clock.Moved += Note;
        await _engine.Services.GetRequiredService<QaTime>().AdvanceToAsync(to, CancellationToken.None);
        Clock.Moved -= Note;
        return moved;

        void Note() => moved = moved == 0 ? Stopwatch.GetTimestamp() : moved;
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();
}
