using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Storage.Ports;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace FlowBuilder.Storage.Tests.Contracts;

/// <summary>What has outlived its use goes; what is still needed stays.</summary>
public abstract class RetentionContract : EngineStoreContract
{
    [Fact]
    public async Task Message_ids_go_after_seven_days()
    {
        for (var i = 0; i < 700; i++) await Accept(Sample.Event($"m{i}"));
        await Fixture.Retention.PurgeAsync(Sample.Noon.AddDays(7).AddTicks(-1), Cancellation);
        await using var context = Fixture.Contexts.CreateFor(Sample.Company.Id);
        (await context.EventKeys.CountAsync(Cancellation)).ShouldBe(700);
        await Fixture.Retention.PurgeAsync(Sample.Noon.AddDays(7), Cancellation);
        (await context.EventKeys.CountAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task Counts_of_steps_go_after_eight_days()
    {
        var stored = await Accept(Sample.Event("m1"));
        var step = new StepRun
        {
            Enrollment = new EnrollmentId(100), Sequence = Sample.Sequence, Node = "w", Pass = 1, StepType = "wait-for",
            ArrivedAt = Sample.Noon, At = Sample.Noon, Result = StepResult.Done
        };
        await Commit(
            stored.Customer, 0,
            [
                .. Enumerable.Range(0, 600).Select(i => new Change.StepRunAdded(step with { Node = $"n{i}" })),
                new Change.StepRunAdded(step with { At = Sample.Noon.AddHours(1) })
            ]);
        await Fixture.Retention.PurgeAsync(Sample.Noon.AddDays(8), Cancellation);
        await using var context = Fixture.Contexts.CreateFor(Sample.Company.Id);
        (await context.StepTallies
            .Select(row => row.Hour)
            .ToListAsync(Cancellation)).ShouldBe([new DateTimeOffset(2026, 5, 4, 13, 0, 0, TimeSpan.Zero)]);
    }

    [Fact]
    public async Task Events_beyond_two_years_or_a_thousand_go_but_not_those_still_needed()
    {
        var many = await Store.Inbox.AcceptAsync(
            [.. Enumerable.Range(0, 1010).Select(i => Sample.Event($"m{i}"))], Sample.Noon, Cancellation);
        var old = await Store.Inbox.AcceptAsync(
            [Sample.Event("o1", "old"), Sample.Event("o2", "old"), Sample.Event("o3", "old")], Sample.Noon, Cancellation);
        var customer = many[0].Customer;
        for (var partition = 0; partition < Fixture.Partitions; partition++)
        {
            var start = await Store.Partitions.TakeAsync(partition, Cancellation);
            await Store.Turns.CommitAsync(new TurnBatch(partition, start.Fence, old[^1].Event!.Seq, []), Cancellation);
        }

        await Commit(customer, 0, new Change.EnrollmentOpened(Sample.Run(100, customer) with { EnteredSeq = many[2].Event!.Seq }));
        await Fixture.Retention.PurgeAsync(Sample.Noon.AddDays(1), Cancellation);
        await using var context = Fixture.Contexts.CreateFor(Sample.Company.Id);
        var left = await context.Events
            .Where(row => row.CustomerId == customer.Value)
            .OrderBy(row => row.Seq)
            .Select(row => row.Seq)
            .ToListAsync(Cancellation);
        left.Count.ShouldBe(1001);
        left[0].ShouldBe(many[2].Event!.Seq);
        await Fixture.Retention.PurgeAsync(Sample.Noon.AddDays(800), Cancellation);
        (await context.Events
            .Where(row => row.CustomerId == old[0].Customer.Value)
            .Select(row => row.Seq)
            .ToListAsync(Cancellation)).ShouldBe([old[^1].Event!.Seq]);
    }

    [Fact]
    public async Task Events_not_yet_worked_off_never_go()
    {
        var waiting = await Store.Inbox.AcceptAsync([Sample.Event("m1"), Sample.Event("m2")], Sample.Noon, Cancellation);
        await Fixture.Retention.PurgeAsync(Sample.Noon.AddDays(4000), Cancellation);
        (await Store.Inbox.ReadBacklogAsync(PartitionOf(waiting[0].Customer), 0, 10, null, Cancellation)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Bodies_of_ended_messages_go_after_180_days_the_messages_stay()
    {
        var customer = (await Accept(Sample.Event("m1"))).Customer;
        var message = Sample.Message(200, customer, MessageState.Sent, 100);
        await Commit(
            customer, 0, new Change.MessageAdded(message),
            new Change.MessageAdded(message with { Id = new MessageId(201), Part = 2, State = MessageState.Unknown }));
        await Fixture.Retention.PurgeAsync(Sample.Noon.AddDays(180), Cancellation);
        (await Store.Outbox.ReadMessageAsync(
            Sample.Company.Id, message.Id, Cancellation)).ShouldBe(message with { Html = null, Text = "" });
        (await Store.Outbox.ReadMessageAsync(Sample.Company.Id, new MessageId(201), Cancellation))!.Text.ShouldBe("Hi");
    }

    [Fact]
    public async Task Idempotency_keys_go_after_a_day()
    {
        await using (var context = Fixture.Contexts.CreateFor(Sample.Company.Id))
        {
            context.IdempotencyKeys.Add(new IdempotencyKeyRow
            {
                Principal = "p", Key = "old", At = TimeProvider.System.GetUtcNow().AddHours(-25)
            });
            context.IdempotencyKeys.Add(new IdempotencyKeyRow
            {
                Principal = "p", Key = "new", At = TimeProvider.System.GetUtcNow().AddHours(-23)
            });
            await context.SaveChangesAsync(Cancellation);
        }

        await Fixture.Retention.PurgeAsync(Sample.Noon, Cancellation);
        await using var after = Fixture.Contexts.CreateFor(Sample.Company.Id);
        (await after.IdempotencyKeys.Select(row => row.Key).ToListAsync(Cancellation)).ShouldBe(["new"]);
    }
}
