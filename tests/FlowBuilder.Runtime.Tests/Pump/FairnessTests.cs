using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model.Companies;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Testing.Engine;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Pump;

/// <summary>One company's crowd never stands before another's few: told by what is committed when, not by the clock.</summary>
public sealed class FairnessTests
{
    private const int Crowd = 5_000;

    [Fact]
    public async Task An_event_passes_a_crowd_of_another_company()
    {
        await using var pumps = await CrowdedAsync();
        await pumps.TakeInAsync([.. Enumerable.Range(0, Crowd).Select(one => pumps.Host.Event("Loud", $"a{one % 40}"))]);
        await pumps.TakeInAsync(Few(pumps));

        await pumps.RoundsAsync(1);

        (await LeftAsync(pumps, Neighbour)).ShouldBe(0);
        (await LeftAsync(pumps, pumps.Host.Company)).ShouldBeGreaterThan(Crowd / 2);
    }

    [Fact]
    public async Task A_few_events_are_committed_with_no_more_of_the_crowd_than_one_turn_for_each_of_theirs()
    {
        await using var pumps = await CrowdedAsync();
        await pumps.TakeInAsync([.. Enumerable.Range(0, Crowd).Select(one => pumps.Host.Event("Loud", $"a{one % 40}"))]);
        await pumps.TakeInAsync(Few(pumps));

        await pumps.RoundsAsync(1);

        (await LeftAsync(pumps, Neighbour)).ShouldBe(0);
        (await LeftAsync(
            pumps,
            pumps.Host.Company)).ShouldBeGreaterThanOrEqualTo(
                Crowd - Few(pumps).Length - pumps.Partitions, "turn about while the few had any, and none beyond");

        // The crowd is not forgotten for it: the next batch is its own.
        await pumps.TakeInAsync(Few(pumps));
        await pumps.RoundsAsync(2);
        (await LeftAsync(pumps, Neighbour)).ShouldBe(0);
        (await LeftAsync(pumps, pumps.Host.Company)).ShouldBeLessThan(Crowd - 1_000);
    }

    [Fact]
    public async Task Questions_of_a_crowd_do_not_stand_before_another_companys_event()
    {
        await using var pumps = await CrowdedAsync();
        await pumps.TakeInAsync([.. Enumerable.Range(0, 40).Select(one => pumps.Host.Event("Loud", $"a{one}"))]);
        await pumps.SettleAsync();
        await using var context = pumps.Host.Context();
        var customers = await context.Customers.Select(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
        for (var one = 0; one < Crowd; one++)
            pumps.Tell(new CustomerId(customers[one % customers.Count]), new TurnInput.HoldsChanged(null, null));
        await pumps.TakeInAsync(Few(pumps));

        await pumps.RoundsAsync(1);

        (await LeftAsync(pumps, Neighbour)).ShouldBe(0);
    }

    [Fact]
    public async Task After_a_death_among_events_let_past_each_is_worked_off_once()
    {
        await using var pumps = await CrowdedAsync();
        await pumps.Host.PublishAsync("""
            { "format": "flowbuilder.sequence/1", "title": "Loud", "description": "", "settings": { "reEntry": { "policy": "always" } },
              "nodes": [
                { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Loud" }, "at": [0, 0] },
                { "id": "note", "kind": "action", "step": { "type": "add-note", "text": "Loud" }, "at": [0, 100] } ],
              "edges": [ { "from": "t", "to": "note" } ] }
            """);
        await pumps.TakeInAsync([.. Enumerable.Range(0, Crowd).Select(one => pumps.Host.Event("Loud", $"a{one % 40}"))]);
        await pumps.TakeInAsync(Few(pumps));

        for (var death = 0; death < 6; death++)
        {
            await pumps.RoundsAsync(1);
            await pumps.TakeOverAsync();
        }

        await pumps.SettleAsync();
        (await LeftAsync(pumps, Neighbour)).ShouldBe(0);
        (await LeftAsync(pumps, pumps.Host.Company)).ShouldBe(0);
        await using var context = pumps.Host.Context();
        (await context.Notes.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(Crowd);
        (await context.Enrollments.CountAsync(
            run => run.State == EnrollmentState.Done, TestContext.Current.CancellationToken)).ShouldBe(Crowd);
    }

    private static CompanyId Neighbour { get; } = new(2);

    private static IncomingEvent[] Few(HandDrivenPumps pumps) =>
        [.. Enumerable.Range(0, 20).Select(one => pumps.Host.Event("Quiet", $"b{one}") with { Company = Neighbour })];

    private static async Task<HandDrivenPumps> CrowdedAsync()
    {
        var pumps = await HandDrivenPumps.StartAsync(new RecordingChannel());
        await using var context = pumps.Host.Context();
        context.CurrentCompany = Neighbour;
        context.Companies.Add(new CompanyRow
        {
            Id = Neighbour.Value, Name = "Quiet Garden", TimeZone = "America/New_York", Address = "2 Elm Street", CreatedAt = pumps.Now
        });
        await context.SaveChangesAsync();
        await pumps.Host.Engine.RefreshAsync(Neighbour, CancellationToken.None);
        return pumps;
    }

    /// <summary>Events of a company that are still in the inbox.</summary>
    private static async Task<int> LeftAsync(HandDrivenPumps pumps, CompanyId company)
    {
        await using var context = pumps.Host.Context();
        return await context.Database.SqlQuery<int>(
            $"SELECT COUNT(*) AS Value FROM events JOIN partitions ON partitions.partition = events.partition WHERE company_id = {company.Value} AND seq > done_through")
                .SingleAsync();
    }
}
