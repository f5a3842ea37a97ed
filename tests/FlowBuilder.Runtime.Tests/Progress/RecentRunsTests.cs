using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Testing;
using FlowBuilder.Testing.Engine;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Progress;

public sealed class RecentRunsTests
{
    [Fact]
    public async Task The_runs_that_moved_last_are_known_and_only_to_their_company()
    {
        await using var engine = await EngineHost.StartAsync([
            new CountingChannel(Channel.Email), new CountingChannel(Channel.Text), new CountingChannel(Channel.Webhook)
        ]);
        var sequence = await engine.PublishAsync("""
            { "format": "flowbuilder.sequence/1", "title": "Short",
              "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Go" } }, { "id": "w", "kind": "wait", "step": { "type": "wait-for", "duration": "P1D" } } ],
              "edges": [ { "from": "t", "to": "w" } ] }
            """);
        var recent = engine.Services.GetRequiredService<RecentRuns>();
        recent.Of(engine.Company, sequence).ShouldBeEmpty();
        for (var customer = 0; customer < RecentRuns.Kept + 5; customer++) await engine.HappenAsync(engine.Event("Go", $"c-{customer}"));
        await using var context = engine.Context();
        var last = context.Enrollments.OrderByDescending(run => run.Id).Select(run => run.Id).First();
        recent.Of(engine.Company, sequence).ShouldContain(last);
        recent.Of(engine.Company, sequence).Count.ShouldBeLessThanOrEqualTo(RecentRuns.Kept);
        recent.Of(new CompanyId(engine.Company.Value + 1), sequence).ShouldBeEmpty();
    }
}
