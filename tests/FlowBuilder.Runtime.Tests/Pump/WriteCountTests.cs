using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Testing;
using FlowBuilder.Testing.Engine;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Pump;

/// <summary>What the speed rests on, counted rather than timed.</summary>
public sealed class WriteCountTests
{
    private const int Customers = 1_000;

    private const string FiveSteps = """
        { "format": "flowbuilder.sequence/1", "title": "Five steps", "description": "", "settings": { "reEntry": { "policy": "always" } },
          "nodes": [
            { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Started" }, "at": [0, 0] },
            { "id": "ask", "kind": "if", "when": { "all": [ { "type": "has-tag", "tag": "do-not-nudge" } ] }, "at": [0, 100] },
            { "id": "tag", "kind": "action", "step": { "type": "add-tag", "tag": "nudging" }, "at": [0, 200] },
            { "id": "w", "kind": "wait", "step": { "type": "wait-until", "at": "2020-01-01T00:00:00Z" }, "at": [0, 300] },
            { "id": "mail", "kind": "action", "step": { "type": "email-customer", "template": "hello" }, "at": [0, 400] },
            { "id": "todo", "kind": "action", "step": { "type": "create-todo", "title": "Call", "assignee": "owner" }, "at": [0, 500] } ],
          "edges": [ { "from": "t", "to": "ask" }, { "from": "ask", "port": "no", "to": "tag" }, { "from": "tag", "to": "w" }, { "from": "w", "to": "mail" }, { "from": "mail", "to": "todo" } ] }
        """;

    [Fact]
    public async Task A_step_costs_at_most_three_statements_and_a_hundredth_of_a_commit()
    {
        await using var host = await EngineHost.StartAsync([new CountingChannel(Channel.Email)]);
        await host.AddTemplateAsync("hello", Channel.Email, "Hello", "<p>Hello {{ customer.first_name }}</p>", "Hello");
        await host.PublishAsync(FiveSteps);
        await AcceptAsync(host, index => host.Identify($"c{index}", $$"""{"email":"c{{index}}@example.com"}"""));
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        var counters = host.Services.GetRequiredService<IStoreCounters>();
        var before = (counters.Counters, (await host.Engine.ReadProgressAsync(TestContext.Current.CancellationToken)).StepsDone);

        await AcceptAsync(host, index => host.Event("Started", $"c{index}"));
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);

        var steps = (await host.Engine.ReadProgressAsync(TestContext.Current.CancellationToken)).StepsDone - before.StepsDone;
        steps.ShouldBe(Customers * 5);
        ((counters.Counters.Statements - before.Counters.Statements) / (double)steps).ShouldBeLessThanOrEqualTo(3);
        ((counters.Counters.Commits - before.Counters.Commits) / (double)steps).ShouldBeLessThanOrEqualTo(0.01);
    }

    private static async Task AcceptAsync(EngineHost host, Func<int, IncomingEvent> one)
    {
        for (var first = 0; first < Customers; first += 100)
            await host.Intake.AcceptAsync([.. Enumerable.Range(first, 100).Select(one)], TestContext.Current.CancellationToken);
    }
}
