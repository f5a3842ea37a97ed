using FlowBuilder.Storage.Ports;
using FlowBuilder.Testing.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Pump;

/// <summary>Turns draw their ids from a block that was reserved before; none waits for the database while it is taken.</summary>
public sealed class IdsOfTurnsTests
{
    [Fact]
    public async Task A_batch_that_needs_more_ids_than_it_was_given_takes_its_turn_again_with_more()
    {
        await using var pumps = await HandDrivenPumps.StartAsync(new RecordingChannel());
        for (var sequence = 0; sequence < 6; sequence++)
            await pumps.Host.PublishAsync(Sample.FollowUp.Replace("Estimate follow-up", $"Follow-up {sequence}", StringComparison.Ordinal));
        var estimates = Enumerable.Range(0, 400)
            .Select(
                number => pumps.Host.Event(
                    "Estimate Sent", $"c{number}", $$"""{"estimate_id":"e{{number}}"}""", Sample.Estimate($"e{number}"))).ToArray();
        await pumps.HappenAsync(estimates);

        await using var context = pumps.Host.Context();
        var runs = await context.Enrollments.Select(run => run.Id).ToListAsync(TestContext.Current.CancellationToken);
        runs.Count.ShouldBe(2_400, "one of each sequence for each customer, whatever was taken again");
        runs.Distinct().Count().ShouldBe(runs.Count);
        (await context.ParkedInputs.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await pumps.Host.Services
            .GetRequiredService<NewIds>()
            .NextAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(runs.Max());
    }

    [Fact]
    public async Task When_no_ids_can_be_reserved_the_pump_ends_and_no_input_is_set_aside()
    {
        var away = new AwayNowAndThen();
        await using var pumps = await HandDrivenPumps.StartAsync(new RecordingChannel(), ids => away.Before(ids));
        await pumps.Host.PublishAsync(Sample.FollowUp);
        away.IsAway = true;
        (await Should.ThrowAsync<IOException>(
            () => pumps.HappenAsync(pumps.Host.Event(
                "Estimate Sent", "ann", """{"estimate_id":"e1"}""", Sample.Estimate("e1"))))).Message.ShouldBe("The disk is full.");
        await using var context = pumps.Host.Context();
        (await context.ParkedInputs.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);

        away.IsAway = false;
        await pumps.TakeOverAsync();
        await pumps.SettleAsync();
        (await context.Enrollments.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await context.ParkedInputs.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    private sealed class AwayNowAndThen : IIdStore
    {
        private IIdStore _store = null!;

        public bool IsAway { get; set; }

        public AwayNowAndThen Before(IIdStore store)
        {
            _store = store;
            return this;
        }

        public Task<long> ReserveAsync(int count, CancellationToken cancellation) =>
            IsAway ? Task.FromException<long>(new IOException("The disk is full.")) : _store.ReserveAsync(count, cancellation);
    }
}
