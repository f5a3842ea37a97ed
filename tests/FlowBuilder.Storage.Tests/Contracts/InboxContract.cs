using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;
using Shouldly;
using Xunit;

namespace FlowBuilder.Storage.Tests.Contracts;

/// <summary>Accepting events: durable, once, in order, for the right customer.</summary>
public abstract class InboxContract : EngineStoreContract
{
    [Fact]
    public async Task What_was_accepted_is_there_after_the_database_is_opened_again()
    {
        var stored = await Accept(Sample.Event("m1"));
        await Fixture.ReopenAsync();
        var found = (await Store.Inbox.ReadBacklogAsync(PartitionOf(stored.Customer), 0, 10, null, Cancellation)).ShouldHaveSingleItem();
        found.ShouldBe(stored with { After = null });
        found.Event!.Properties.Text("note").ShouldBe("größer 🌱");
        found.Event.At.ShouldBe(Sample.Noon.AddHours(-1));
        (await Accept(Sample.Event("m2"))).Event!.Seq.ShouldBeGreaterThan(stored.Event!.Seq);
    }

    [Fact]
    public async Task A_message_id_known_from_the_same_source_is_no_new_event()
    {
        var first = await Accept(Sample.Event("m1"));
        (await Accept(Sample.Event("m1"))).ShouldBe(new StoredEvent(Sample.Company.Id, first.Customer, null));
        (await Accept(Sample.Event("m1") with { Source = "shop" })).Event.ShouldNotBeNull();
        (await Accept(Sample.Event("m1", company: 2))).Event.ShouldNotBeNull();
        var batch = await Store.Inbox.AcceptAsync([Sample.Event("m2"), Sample.Event("m2")], Sample.Noon, Cancellation);
        batch.Select(stored => stored.Event is null).ShouldBe([false, true]);
    }

    [Fact]
    public async Task A_message_id_is_forgotten_after_seven_days()
    {
        await Accept(Sample.Event("m1"));
        var later = await Store.Inbox.AcceptAsync([Sample.Event("m1")], Sample.Noon.AddDays(7), Cancellation);
        later[0].Event.ShouldNotBeNull();
    }

    [Fact]
    public async Task Positions_grow_in_the_order_of_acceptance_by_the_step()
    {
        var stored = await Store.Inbox.AcceptAsync(
            [.. Enumerable.Range(0, 50).Select(i => Sample.Event($"m{i}", $"c{i % 5}"))], Sample.Noon, Cancellation);
        var positions = stored.Select(one => one.Event!.Seq).ToArray();
        positions.ShouldBe(positions.Order());
        positions.ShouldAllBe(seq => seq % CustomerEvent.SeqStep == 0);
        positions.Distinct().Count().ShouldBe(50);
        for (var partition = 0; partition < Fixture.Partitions; partition++)
            (await Store.Inbox.ReadBacklogAsync(partition, 0, 100, null, Cancellation))
                .Select(one => one.Event!.Seq)
                .ShouldBe(stored.Where(one => PartitionOf(one.Customer) == partition).Select(one => one.Event!.Seq));
    }

    [Fact]
    public async Task A_timestamp_in_the_future_becomes_now()
    {
        var stored = await Accept(Sample.Event("m1") with { At = Sample.Noon.AddYears(1) });
        stored.Event!.At.ShouldBe(Sample.Noon);
        stored.Event.ArrivedAt.ShouldBe(Sample.Noon);
    }

    [Fact]
    public async Task A_visitor_who_tells_the_user_id_is_the_same_customer_from_then_on()
    {
        var visitor = await Accept(Sample.Event("m1", userId: null, anonymousId: "anon"));
        var known = await Accept(Sample.Event("m2", userId: "c1", anonymousId: "anon"));
        var user = await Accept(Sample.Event("m3", userId: "c1"));
        known.Customer.ShouldBe(visitor.Customer);
        user.Customer.ShouldBe(visitor.Customer);
        (await State(visitor.Customer)).Facts.Customer.UserId.ShouldBe("c1");
        (await Accept(Sample.Event("m4", userId: "c2", anonymousId: "anon"))).Customer.ShouldNotBe(visitor.Customer);
    }

    [Fact]
    public async Task The_same_user_id_of_two_companies_is_two_customers()
    {
        var one = await Accept(Sample.Event("m1"));
        var other = await Accept(Sample.Event("m1", company: 2));
        other.Customer.ShouldNotBe(one.Customer);
        (await Store.Turns.ReadCustomerStateAsync(
            Sample.Company with { Id = new CompanyId(2) }, one.Customer, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Events_still_in_the_inbox_are_not_yet_happenings()
    {
        var first = await Accept(Sample.Event("m1"));
        var second = await Accept(Sample.Event("m2"));
        await Commit(first.Customer, first.Event!.Seq);
        var state = await State(first.Customer);
        state.Facts.Happenings.ShouldBe([new HistoryEvent(first.Event.Seq, "Estimate Sent", Sample.Estimate, Sample.Noon.AddHours(-1))]);
        state.LastSeq.ShouldBe(first.Event.Seq);
        (await Store.Partitions.TakeAsync(PartitionOf(first.Customer), Cancellation)).DoneThrough.ShouldBe(first.Event.Seq);
        (await Store.Inbox.ReadBacklogAsync(
            PartitionOf(first.Customer), first.Event.Seq, 10, null, Cancellation)).ShouldHaveSingleItem().Event!.Seq
            .ShouldBe(second.Event!.Seq);
    }

    [Fact]
    public async Task A_position_is_never_given_twice_even_when_own_events_run_past_it()
    {
        var first = await Accept(Sample.Event("m1"));
        var own = new CustomerEvent
        {
            Seq = first.Event!.Seq + (3 * CustomerEvent.SeqStep), Name = "Tag Added", Kind = EventKind.Own, At = Sample.Noon,
            ArrivedAt = Sample.Noon, Source = "flowbuilder"
        };
        await Commit(first.Customer, first.Event.Seq, new Change.EventRaised(own));
        (await Accept(Sample.Event("m2"))).Event!.Seq.ShouldBeGreaterThan(own.Seq);
    }

    [Fact]
    public async Task What_waits_although_it_could_go_is_counted_with_its_age()
    {
        (await Store.Partitions.ReadStandingAsync(Sample.Noon, Cancellation)).ShouldBe(new Standing(null, 0));
        var stored = await Accept(Sample.Event("m1"));
        (await Store.Partitions.ReadStandingAsync(Sample.Noon, Cancellation)).ShouldBe(new Standing(Sample.Noon, 1));
        await Commit(stored.Customer, stored.Event!.Seq);
        (await Store.Partitions.ReadStandingAsync(Sample.Noon, Cancellation)).ShouldBe(new Standing(null, 0));
    }
}
