using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Sqlite.Reading;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Storage;

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
        Store.ReadNextDue(partition).ShouldBe(default);
        await Commit(customer, 0,
            new Change.EnrollmentOpened(run with { DueAt = Sample.Noon.AddHours(3) }),
            new Change.EnrollmentOpened(run with { Id = new EnrollmentId(101), DueAt = Sample.Noon.AddHours(9) }),
            new Change.EnrollmentOpened(run with { Id = new EnrollmentId(102), DueAt = Sample.Noon.AddHours(1), Hold = Hold.Paused }),
            new Change.MomentAdded(new ScheduledMoment(300, new VersionId(9), "t", null, Sample.Noon.AddHours(2))),
            new Change.ReviewOpened(Sample.Review(400, 100) with { ExpiresAt = Sample.Noon.AddHours(1) }),
            new Change.ReviewOpened(Sample.Review(401, 100) with { ExpiresAt = null }),
            new Change.ReviewOpened(Sample.Review(402, 100) with { ExpiresAt = Sample.Noon, State = ReviewState.Approved }));
        Store.ReadDue(partition, Sample.Noon.AddHours(1).AddTicks(-1), 10).ShouldBeEmpty();
        Store.ReadDue(partition, Sample.Noon.AddHours(3), 10).Select(item => (item.Input, item.DueAt)).ShouldBe(
        [
            (new TurnInput.ReviewDue(new ReviewId(400)), Sample.Noon.AddHours(1)),
            (new TurnInput.MomentDue(300), Sample.Noon.AddHours(2)),
            (new TurnInput.Due(new EnrollmentId(100)), Sample.Noon.AddHours(3)),
        ]);
        Store.ReadDue(partition, Sample.Noon.AddHours(3), 2).Count.ShouldBe(2);
        Store.ReadDue(1 - partition, Sample.Noon.AddHours(3), 10).ShouldBeEmpty();
        Store.ReadNextDue(partition).Work.ShouldBe(Sample.Noon.AddHours(1));
        Store.ReadStanding(Sample.Noon.AddHours(3)).Unclaimed.ShouldBeGreaterThanOrEqualTo(2);
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
        Store.ReadNextDue(partition).ShouldBe(new NextDue(null, later, system));
        var lane = new SendingLane(Sample.Company.Id, Channel.Text);
        Ids(Store.ReadDueMessages(partition, lane, later.AddTicks(-1), system.AddTicks(-1), 10)).ShouldBeEmpty();
        Ids(Store.ReadDueMessages(partition, lane, later.AddTicks(-1), system, 10)).ShouldBe([201]);
        Ids(Store.ReadDueMessages(partition, lane, later, system.AddHours(1), 10)).ShouldBe([201, 202, 200]);
        Ids(Store.ReadDueMessages(partition, lane, later, system.AddHours(1), 2)).ShouldBe([201, 202]);
        Ids(Store.ReadDueMessages(partition, lane with { Channel = Channel.Email }, later, system.AddHours(1), 10)).ShouldBeEmpty();
        Ids(Store.ReadSending(partition)).ShouldBe([203]);
    }

    [Fact]
    public async Task Lanes_are_found_with_their_next_message_and_nothing_is_found_in_those_of_others()
    {
        var customer = (await Accept(Sample.Event("m1"))).Customer;
        var partition = PartitionOf(customer);
        Store.ReadLanes(partition).ShouldBeEmpty();
        var message = Sample.Message(200, customer, MessageState.Waiting, 100) with { RetryAt = null, DueAt = Sample.Noon };
        await Commit(customer, 0,
            new Change.MessageAdded(message),
            new Change.MessageAdded(message with { Id = new MessageId(201), Part = 2, DueAt = Sample.Noon.AddHours(1) }),
            new Change.MessageAdded(message with { Id = new MessageId(202), Part = 3, Channel = Channel.Webhook, DueAt = null, RetryAt = Sample.Noon.AddHours(2) }),
            new Change.MessageAdded(message with { Id = new MessageId(203), Part = 4, Channel = Channel.Email, DueAt = null }),
            new Change.MessageAdded(message with { Id = new MessageId(204), Part = 5, Channel = Channel.Email, State = MessageState.Sent }));
        var (text, webhook) = (new SendingLane(Sample.Company.Id, Channel.Text), new SendingLane(Sample.Company.Id, Channel.Webhook));
        Store.ReadLanes(partition).ShouldBe([new LaneDue(text, Sample.Noon, null), new LaneDue(webhook, null, Sample.Noon.AddHours(2))]);
        Store.ReadLanes(1 - partition).ShouldBeEmpty();
        Store.ReadLane(partition, new LaneDue(text, Sample.Noon, null)).ShouldBe(new LaneDue(text, Sample.Noon.AddHours(1), null));
        Store.ReadLane(partition, new LaneDue(text, Sample.Noon.AddHours(1), null)).ShouldBe(new LaneDue(text, null, null));
    }

    private static long[] Ids(IEnumerable<DueItem> items) => [.. items.Select(item => ((TurnInput.MessageDue)item.Input).Message.Value)];
}
