using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Ports;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace FlowBuilder.Storage.Tests.Contracts;

/// <summary>Commits: fenced and whole.</summary>
public abstract class CommitContract : EngineStoreContract
{
    [Fact]
    public async Task A_commit_under_an_old_token_changes_nothing()
    {
        var stored = await Accept(Sample.Event("m1"));
        var partition = PartitionOf(stored.Customer);
        var old = await Store.Partitions.TakeAsync(partition, Cancellation);
        var newer = await Store.Partitions.TakeAsync(partition, Cancellation);
        newer.Fence.ShouldBeGreaterThan(old.Fence);
        var changes = new CustomerChanges(Sample.Company.Id, stored.Customer, [new Change.TagAdded("vip", new TagMark(null))]);
        await Should.ThrowAsync<StaleFenceException>(
            () => Store.Turns.CommitAsync(new TurnBatch(partition, old.Fence, 99_999, [changes]), Cancellation));
        await Should.ThrowAsync<StaleFenceException>(
            () => Store.Turns.ParkAsync(
                partition, old.Fence, 99_999, new ParkedInput(Sample.Company.Id, stored.Customer, new TurnInput.Due(new(7)), "error"),
                Cancellation));
        (await State(stored.Customer)).Facts.HasTag("vip").ShouldBeFalse();
        (await Store.Partitions.TakeAsync(partition, Cancellation)).DoneThrough.ShouldBe(0);
    }

    [Fact]
    public async Task A_unit_that_fails_leaves_nothing_and_spoils_no_other()
    {
        var stored = new List<StoredEvent>();
        for (var i = 0; i < 20; i++) stored.Add(await Accept(Sample.Event($"m{i}", $"c{i}")));
        var fences = new PartitionStart[Fixture.Partitions];
        for (var partition = 0; partition < fences.Length; partition++)
            fences[partition] = await Store.Partitions.TakeAsync(partition, Cancellation);
        var commits = stored.Select((one, i) =>
        {
            var run = Sample.Run(100 + (i == 7 ? 6 : i), one.Customer);
            var partition = PartitionOf(one.Customer);
            return Store.Turns.CommitAsync(new TurnBatch(partition, fences[partition].Fence, 0,
                [new CustomerChanges(
                    Sample.Company.Id, one.Customer, [new Change.TagAdded("vip", new TagMark(null)), new Change.EnrollmentOpened(run)])]),
                Cancellation);
        }).ToArray();
        await Should.ThrowAsync<Exception>(() => commits[7]);
        for (var i = 0; i < stored.Count; i++)
        {
            if (i != 7) await commits[i];
            var state = await State(stored[i].Customer);
            state.Facts.HasTag("vip").ShouldBe(i != 7);
            state.Facts.Enrollments.Count.ShouldBe(i == 7 ? 0 : 1);
        }
    }

    [Fact]
    public async Task A_starting_event_that_stands_in_the_history_is_stored_once()
    {
        var stored = await Accept(Sample.Event("m1"));
        var start = new StartingEvent(stored.Event!.Name, stored.Event.At, stored.Event.Properties);
        var run = Sample.Run(100, stored.Customer) with { EnteredSeq = stored.Event.Seq, Event = start };
        await Commit(
            stored.Customer, stored.Event.Seq, new Change.EnrollmentOpened(run),
            new Change.EnrollmentOpened(run with { Id = new EnrollmentId(101), Event = null }),
            new Change.EnrollmentOpened(
                run with { Id = new EnrollmentId(102), Event = start with { Properties = Properties.Of("other", true) } }));
        (await State(stored.Customer)).Facts.Enrollments
            .Select(one => one.Event)
            .ShouldBe([start, null, start with { Properties = Properties.Of("other", true) }]);
        await using var context = Fixture.Contexts.CreateFor(Sample.Company.Id);
        (await context.Enrollments
            .OrderBy(row => row.Id)
            .Select(row => row.StartingEvent)
            .FirstAsync(Cancellation)).ShouldBe(StoredJson.InHistory);
    }

    [Fact]
    public async Task A_message_put_off_is_rendered_anew()
    {
        var stored = await Accept(Sample.Event("m1"));
        var message = Sample.Message(200, stored.Customer, MessageState.Waiting, run: 100) with { Html = null, Text = "", Subject = null };
        await Commit(stored.Customer, 0, new Change.MessageAdded(message));
        var rendered = message with { State = MessageState.Sending, Html = "<p>New</p>", Text = "New", Subject = "New" };
        await Commit(stored.Customer, 0, new Change.MessageChanged(rendered));
        (await Store.Outbox.ReadMessageAsync(Sample.Company.Id, message.Id, Cancellation)).ShouldBe(rendered);
    }

    [Fact]
    public async Task One_effect_has_one_message_for_ever()
    {
        var stored = await Accept(Sample.Event("m1"));
        await Commit(stored.Customer, 0, new Change.MessageAdded(Sample.Message(200, stored.Customer, MessageState.Sent, run: 100)));
        await Should.ThrowAsync<Exception>(
            () =>
                Commit(stored.Customer, 0, new Change.MessageAdded(Sample.Message(201, stored.Customer, MessageState.Sending, run: 100))));
        (await State(stored.Customer)).Facts.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Steps_are_counted_by_node_port_and_hour_over_all_customers_and_not_those_a_stop_came_before()
    {
        var (one, other) = (await Accept(Sample.Event("m1")), await Accept(Sample.Event("m2", "other")));
        var step = new StepRun
        {
            Enrollment = new EnrollmentId(100), Sequence = Sample.Sequence, Node = "w", Pass = 1, StepType = "wait-for",
            ArrivedAt = Sample.Noon, At = Sample.Noon.AddMinutes(59), Result = StepResult.Done
        };
        await Commit(
            one.Customer, 0, Added(step), Added(step with { Pass = 2 }), Added(step with { At = Sample.Noon.AddMinutes(60) }),
            Added(step with { Node = "if", Port = "yes" }), Added(step with { Result = StepResult.Cancelled }));
        await Commit(
            other.Customer, 0, Added(step), Added(step with { Node = "if", Port = "no" }), Added(step with { Result = StepResult.Failed }));
        await using var context = Fixture.Contexts.CreateFor(Sample.Company.Id);
        (await context.StepTallies.ToListAsync(Cancellation))
            .Select(row => $"{row.Node} {row.Port} {row.Result} {row.Hour:HH:mm} {row.Count}")
            .Order(StringComparer.Ordinal)
            .ShouldBe(["if no Done 12:00 1", "if yes Done 12:00 1", "w  Done 12:00 3", "w  Done 13:00 1", "w  Failed 12:00 1"]);

        static Change.StepRunAdded Added(StepRun run) => new(run);
    }

    [Fact]
    public async Task An_input_set_aside_moves_the_partition_on()
    {
        var stored = await Accept(Sample.Event("m1"));
        var partition = PartitionOf(stored.Customer);
        var start = await Store.Partitions.TakeAsync(partition, Cancellation);
        await Store.Turns.ParkAsync(
            partition, start.Fence, stored.Event!.Seq,
            new ParkedInput(Sample.Company.Id, stored.Customer, new TurnInput.Due(new(7)), "error"), Cancellation);
        (await Store.Partitions.TakeAsync(partition, Cancellation)).DoneThrough.ShouldBe(stored.Event.Seq);
        await using var context = Fixture.Contexts.CreateFor(Sample.Company.Id);
        (await context.ParkedInputs.SingleAsync(Cancellation)).Error.ShouldBe("error");
    }

    [Fact]
    public async Task Ids_grow_and_are_never_given_twice_even_after_opening_again()
    {
        var before = new List<long>();
        while (before.Count < 10_000) before.Add(await Fixture.Ids.NextAsync(Cancellation));
        before.ShouldBe(before.Order());
        before.Distinct().Count().ShouldBe(before.Count);
        await Fixture.ReopenAsync();
        (await Fixture.Ids.NextAsync(Cancellation)).ShouldBeGreaterThan(before[^1]);
    }

    [Fact]
    public async Task When_the_program_last_worked_is_kept()
    {
        (await Store.Partitions.ReadLastWorkedAsync(Cancellation)).ShouldBeNull();
        await Store.Partitions.NoteWorkingAsync(Sample.Noon, Cancellation);
        await Store.Partitions.NoteWorkingAsync(Sample.Noon.AddTicks(5), Cancellation);
        await Fixture.ReopenAsync();
        (await Store.Partitions.ReadLastWorkedAsync(Cancellation)).ShouldBe(Sample.Noon.AddTicks(5));
    }
}
