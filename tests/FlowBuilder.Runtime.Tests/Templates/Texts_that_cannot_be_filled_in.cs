using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Testing.Engine;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Templates;

/// <summary>A step whose text breaks fails in words and changes nothing; the run goes on. The template's source reaches nobody.</summary>
public sealed class Texts_that_cannot_be_filled_in
{
    [Theory]
    [InlineData("""{ "type": "set-field", "field": "share", "value": "{{ 10 | divided_by: event.parts }}" }""")]
    [InlineData("""{ "type": "add-note", "text": "{{ 10 | divided_by: event.parts }}" }""")]
    public async Task Fail_the_step_and_nothing_else(string step)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var host = await EngineHost.StartAsync([]);
        await host.PublishAsync($$"""
            { "format": "flowbuilder.sequence/1", "title": "Shares", "description": "", "settings": {},
              "nodes": [
                { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Split" }, "at": [0, 0] },
                { "id": "text", "kind": "action", "step": {{step}}, "at": [0, 100] },
                { "id": "tag", "kind": "action", "step": { "type": "add-tag", "tag": "went-on" }, "at": [0, 200] } ],
              "edges": [ { "from": "t", "to": "text" }, { "from": "text", "to": "tag" } ] }
            """);
        await host.Intake.AcceptAsync([host.Event("Split", "ann", """{"parts":0}""")], stop);
        await host.Engine.DrainAsync(stop);

        await using var context = host.Context();
        var done = await context.StepRuns.OrderBy(row => row.Id).ToListAsync(stop);
        done.Select(row => (row.Node, row.Result)).ShouldBe([("text", StepResult.Failed), ("tag", StepResult.Done)]);
        done[0].Because.ShouldNotBeNull().ShouldContain("cannot be filled in");
        (await context.Customers.SingleAsync(stop)).Fields.ShouldNotContain("divided_by");
        (await context.ParkedInputs.AnyAsync(stop)).ShouldBeFalse();
    }
}
