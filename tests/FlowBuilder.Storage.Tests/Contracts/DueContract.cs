using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Storage.Ports;
using Shouldly;
using Xunit;

namespace FlowBuilder.Storage.Tests.Contracts;

/// <summary>What falls due is found: all of it, oldest first, never early.</summary>
public abstract class DueContract : EngineStoreContract
{
    [Fact]
    public async Task Runs_moments_and_reviews_come_when_they_are_due_oldest_first()
    {
        var stored = await Accept(Sample.Event("m1"));
        var customer = stored.Customer;
        var partition = PartitionOf(customer);
        var run = Sample.Run(100, customer) with { WatchAt = null };
        (await Store.Due.ReadNextDueAsync(partition, Cancellation)).ShouldBe(default);
        await Commit(customer, 0,
            new Change.EnrollmentOpened(run with { DueAt = Sample.Noon.AddHours(3) }),
            new Change.EnrollmentOpened(run with { Id = new EnrollmentId(101), DueAt = Sample.Noon.AddHours(9) }),
            new Change.EnrollmentOpened(run with { Id = new EnrollmentId(102), DueAt = Sample.Noon.AddHours(1), Hold = Hold.Paused }),
            new Change.MomentAdded(new ScheduledMoment(300, new VersionId(9), "t", null, Sample.Noon.AddHours(2))),
            new Change.ReviewOpened(Sample.Review(400, 100) with { ExpiresAt = Sample.Noon.AddHours(1) }),
            new Change.ReviewOpened(Sample.Review(401, 100) with { ExpiresAt = null }),
            new Change.ReviewOpened(Sample.Review(402, 100) with { ExpiresAt = Sample.Noon, State = ReviewState.Approved }));
        (await Store.Due.ReadDueAsync(partition, Sample.Noon.AddHours(1).AddTicks(-1), 10, null, Cancellation)).ShouldBeEmpty();
        (await Store.Due.ReadDueAsync(partition, Sample.Noon.AddHours(3), 10, null, Cancellation))
            .Select(item => (item.Input, item.DueAt))
            .ShouldBe(
            [
                (new TurnInput.ReviewDue(new ReviewId(400)), Sample.Noon.AddHours(1)),
                (new TurnInput.MomentDue(300), Sample.Noon.AddHours(2)),
                (new TurnInput.Due(new EnrollmentId(100)), Sample.Noon.AddHours(3)),
            ]);
        (await Store.Due.ReadDueAsync(partition, Sample.Noon.AddHours(3), 2, null, Cancellation)).Count.ShouldBe(2);
        (await Store.Due.ReadDueAsync(1 - partition, Sample.Noon.AddHours(3), 10, null, Cancellation)).ShouldBeEmpty();
        (await Store.Due.ReadNextDueAsync(partition, Cancellation)).Work.ShouldBe(Sample.Noon.AddHours(1));
        (await Store.Partitions.ReadStandingAsync(Sample.Noon.AddHours(3), Cancellation)).Unclaimed.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Waiting_messages_come_by_the_product_clock_and_retries_by_the_system_clock()
    {
        var customer = (await Accept(Sample.Event("m1"))).Customer;
        var partition = PartitionOf(customer);
        var later = Sample.Noon.AddHours(1);
        var system = Sample.Noon.AddYears(-1);
        var message = Sample.Message(200, customer, MessageState.Waiting, 100);
        await Commit(customer, 0,
            new Change.MessageAdded(message with { DueAt = later, RetryAt = null }),
            new Change.MessageAdded(message with { Id = new MessageId(201), Part = 2, DueAt = Sample.Noon, RetryAt = system }),
            new Change.MessageAdded(message with { Id = new MessageId(202), Part = 3, DueAt = null, RetryAt = system.AddHours(1) }),
            new Change.MessageAdded(message with { Id = new MessageId(203), Part = 4, State = MessageState.Sending }));
        (await Store.Due.ReadNextDueAsync(partition, Cancellation)).ShouldBe(new NextDue(null, later, system));
        var lane = new SendingLane(Sample.Company.Id, Channel.Text);
        Ids(await Store.Outbox.ReadDueMessagesAsync(partition, lane, later.AddTicks(-1), system.AddTicks(-1), 10, Cancellation))
            .ShouldBeEmpty();
        Ids(await Store.Outbox.ReadDueMessagesAsync(partition, lane, later.AddTicks(-1), system, 10, Cancellation)).ShouldBe([201]);
        Ids(await Store.Outbox.ReadDueMessagesAsync(partition, lane, later, system.AddHours(1), 10, Cancellation))
            .ShouldBe([201, 202, 200]);
        Ids(await Store.Outbox.ReadDueMessagesAsync(partition, lane, later, system.AddHours(1), 2, Cancellation)).ShouldBe([201, 202]);
        Ids(await Store.Outbox.ReadDueMessagesAsync(
            partition, lane with { Channel = Channel.Email }, later, system.AddHours(1), 10, Cancellation))
            .ShouldBeEmpty();
        Ids(await Store.Outbox.ReadSendingAsync(partition, Cancellation)).ShouldBe([203]);
    }

    [Fact]
    public async Task Lanes_are_found_with_their_next_message_and_nothing_is_found_in_those_of_others()
    {
        var customer = (await Accept(Sample.Event("m1"))).Customer;
        var partition = PartitionOf(customer);
        (await Store.Outbox.ReadLanesAsync(partition, Cancellation)).ShouldBeEmpty();
        var message = Sample.Message(200, customer, MessageState.Waiting, 100) with { RetryAt = null, DueAt = Sample.Noon };
        await Commit(customer, 0,
            new Change.MessageAdded(message),
            new Change.MessageAdded(message with { Id = new MessageId(201), Part = 2, DueAt = Sample.Noon.AddHours(1) }),
            new Change.MessageAdded(
                message with
                {
                    Id = new MessageId(202),
                    Part = 3,
                    Channel = Channel.Webhook,
                    DueAt = null,
                    RetryAt = Sample.Noon.AddHours(2)
                }),
            new Change.MessageAdded(message with { Id = new MessageId(203), Part = 4, Channel = Channel.Email, DueAt = null }),
            new Change.MessageAdded(
                message with { Id = new MessageId(204), Part = 5, Channel = Channel.Email, State = MessageState.Sent }));
        var (text, webhook) = (new SendingLane(Sample.Company.Id, Channel.Text), new SendingLane(Sample.Company.Id, Channel.Webhook));
        (await Store.Outbox.ReadLanesAsync(
            partition, Cancellation)).ShouldBe([new LaneDue(text, Sample.Noon, null), new LaneDue(webhook, null, Sample.Noon.AddHours(2))]);
        (await Store.Outbox.ReadLanesAsync(1 - partition, Cancellation)).ShouldBeEmpty();
        (await Store.Outbox.ReadLaneAsync(
            partition, new LaneDue(text, Sample.Noon, null), Cancellation)).ShouldBe(new LaneDue(text, Sample.Noon.AddHours(1), null));
        (await Store.Outbox.ReadLaneAsync(
            partition, new LaneDue(text, Sample.Noon.AddHours(1), null), Cancellation)).ShouldBe(new LaneDue(text, null, null));
    }

    private static long[] Ids(IEnumerable<DueItem> items) => [.. items.Select(item => ((TurnInput.MessageDue)item.Input).Message.Value)];
}
