using System.Collections.Immutable;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Ports;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using Record = FlowBuilder.Core.Model.Customers.Record;

namespace FlowBuilder.Storage.Tests.Contracts;

/// <summary>Commits: fenced, whole, and read back as they were written.</summary>
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
        await Should.ThrowAsync<StaleFenceException>(() => Store.Turns.CommitAsync(new TurnBatch(partition, old.Fence, 99_999, [changes]), Cancellation));
        await Should.ThrowAsync<StaleFenceException>(() => Store.Turns.ParkAsync(partition, old.Fence, 99_999, new ParkedInput(Sample.Company.Id, stored.Customer, new TurnInput.Due(new(7)), "error"), Cancellation));
        (await State(stored.Customer)).Facts.HasTag("vip").ShouldBeFalse();
        (await Store.Partitions.TakeAsync(partition, Cancellation)).DoneThrough.ShouldBe(0);
    }

    [Fact]
    public async Task A_unit_that_fails_leaves_nothing_and_spoils_no_other()
    {
        var stored = new List<StoredEvent>();
        for (var i = 0; i < 20; i++) stored.Add(await Accept(Sample.Event($"m{i}", $"c{i}")));
        var fences = new PartitionStart[Fixture.Partitions];
        for (var partition = 0; partition < fences.Length; partition++) fences[partition] = await Store.Partitions.TakeAsync(partition, Cancellation);
        var commits = stored.Select((one, i) =>
        {
            var run = Sample.Run(100 + (i == 7 ? 6 : i), one.Customer);
            var partition = PartitionOf(one.Customer);
            return Store.Turns.CommitAsync(new TurnBatch(partition, fences[partition].Fence, 0,
                [new CustomerChanges(Sample.Company.Id, one.Customer, [new Change.TagAdded("vip", new TagMark(null)), new Change.EnrollmentOpened(run)])]), Cancellation);
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
    public async Task A_customer_is_read_back_as_it_was_written()
    {
        var stored = await Accept(Sample.Event("m1"));
        var customer = new Customer
        {
            Id = stored.Customer, Company = Sample.Company.Id, UserId = "c1", Fields = Properties.Parse("""{"email":"a@b.c","first_name":"Ann","address":{"city":"Troy"},"visits":3}"""),
            Stamps = NameTable<FieldStamp>.Empty.With("email", new FieldStamp("crm", Sample.Noon.AddTicks(1))),
            Consent = new Consent { Email = false, Text = true, Unsubscribed = true, TextStopped = true }, AutomationsOff = true, AddedAt = Sample.Noon,
        };
        var record = new Record { Key = Sample.Estimate, Properties = Properties.Of("total", 7), Status = "sent", UpdatedAt = Sample.Noon };
        await Commit(stored.Customer, 0, new Change.CustomerChanged(customer), new Change.TagAdded("VIP", new TagMark("crm")), new Change.TagAdded("old", new TagMark(null)),
            new Change.TagAdded("vip", new TagMark(null)), new Change.TagRemoved("OLD"), new Change.RecordChanged(record with { Status = "x" }), new Change.RecordChanged(record));
        var facts = (await State(stored.Customer)).Facts;
        facts.Customer.Fields.ShouldBe(customer.Fields);
        facts.Customer.Stamps.ShouldBe(customer.Stamps);
        facts.Customer.Consent.ShouldBe(customer.Consent);
        (facts.Customer.AutomationsOff, facts.Customer.AddedAt, facts.Customer.UserId).ShouldBe((true, Sample.Noon, "c1"));
        facts.Customer.Tags.ShouldBe([new("VIP", new TagMark(null))]);
        facts.Records.ShouldBe([new(Sample.Estimate, record)]);
    }

    [Fact]
    public async Task A_run_is_read_back_as_it_was_written()
    {
        var stored = await Accept(Sample.Event("m1"));
        var run = Sample.Run(100, stored.Customer, record: Sample.Estimate);
        await Commit(stored.Customer, 0, new Change.EnrollmentOpened(run));
        Same((await State(stored.Customer)).Facts.Enrollments.ShouldHaveSingleItem(), run);
        var held = run with
        {
            State = EnrollmentState.Review,
            Hold = Hold.Plan,
            HeldSince = Sample.Noon,
            Cursor = 5,
            Pass = 1,
            Passes = ImmutableDictionary<int, int>.Empty,
            DueAt = null,
            WatchAt = null,
            SkipsToNextWait = false,
            StopChain = null,
            PinnedTemplates = ImmutableDictionary<string, int>.Empty,
            EditedMessages = [],
            EndedAt = Sample.Noon,
            EndReason = "because",
        };
        await Commit(stored.Customer, 0, new Change.EnrollmentChanged(held));
        await Fixture.ReopenAsync();
        Same((await State(stored.Customer)).Facts.Enrollments.ShouldHaveSingleItem(), held);
    }

    [Fact]
    public async Task A_starting_event_that_stands_in_the_history_is_stored_once()
    {
        var stored = await Accept(Sample.Event("m1"));
        var start = new StartingEvent(stored.Event!.Name, stored.Event.At, stored.Event.Properties);
        var run = Sample.Run(100, stored.Customer) with { EnteredSeq = stored.Event.Seq, Event = start };
        await Commit(stored.Customer, stored.Event.Seq, new Change.EnrollmentOpened(run), new Change.EnrollmentOpened(run with { Id = new EnrollmentId(101), Event = null }),
            new Change.EnrollmentOpened(run with { Id = new EnrollmentId(102), Event = start with { Properties = Properties.Of("other", true) } }));
        (await State(stored.Customer)).Facts.Enrollments.Select(one => one.Event).ShouldBe([start, null, start with { Properties = Properties.Of("other", true) }]);
        await using var context = Fixture.Contexts.CreateFor(Sample.Company.Id);
        (await context.Enrollments.OrderBy(row => row.Id).Select(row => row.StartingEvent).FirstAsync(Cancellation)).ShouldBe(StoredJson.InHistory);
    }

    [Fact]
    public async Task A_book_holds_live_runs_and_the_newest_ended_one_per_sequence_and_record()
    {
        var stored = await Accept(Sample.Event("m1"));
        await Commit(stored.Customer, 0,
            new Change.EnrollmentOpened(Sample.Run(100, stored.Customer, EnrollmentState.Done)),
            new Change.EnrollmentOpened(Sample.Run(101, stored.Customer, EnrollmentState.Waiting)),
            new Change.EnrollmentOpened(Sample.Run(102, stored.Customer, EnrollmentState.Stopped)),
            new Change.EnrollmentOpened(Sample.Run(103, stored.Customer, EnrollmentState.Done, Sample.Estimate)));
        (await State(stored.Customer)).Facts.Enrollments.Select(run => run.Id.Value).ShouldBe([101, 102, 103]);
    }

    [Fact]
    public async Task A_row_changed_several_times_in_one_commit_ends_as_the_last_change_says()
    {
        var stored = await Accept(Sample.Event("m1"));
        var run = Sample.Run(100, stored.Customer, EnrollmentState.Active);
        var done = run with { State = EnrollmentState.Done, DueAt = null, WatchAt = null, EndedAt = Sample.Noon };
        await Commit(stored.Customer, 0, new Change.EnrollmentOpened(run), new Change.EnrollmentChanged(run with { Cursor = 4 }), new Change.EnrollmentChanged(done));
        Same((await State(stored.Customer)).Facts.Enrollments.ShouldHaveSingleItem(), done);
    }

    [Fact]
    public async Task Messages_are_read_back_as_they_were_written_and_books_leave_their_bodies_out()
    {
        var stored = await Accept(Sample.Event("m1"));
        var message = Sample.Message(200, stored.Customer, MessageState.Sending, run: 100);
        await Commit(stored.Customer, 0, new Change.MessageAdded(message));
        (await Store.Outbox.ReadMessageAsync(Sample.Company.Id, message.Id, Cancellation)).ShouldBe(message);
        (await Store.Outbox.ReadMessageAsync(new CompanyId(2), message.Id, Cancellation)).ShouldBeNull();
        var inBook = (await State(stored.Customer)).Facts.Messages.ShouldHaveSingleItem();
        inBook.ShouldBe(message with { Html = null, Text = "" });
        await Commit(stored.Customer, 0, new Change.MessageChanged(inBook with { State = MessageState.Sent, Because = null, RetryAt = null }));
        (await Store.Outbox.ReadMessageAsync(Sample.Company.Id, message.Id, Cancellation)).ShouldBe(message with { State = MessageState.Sent, Because = null, RetryAt = null });
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
        await Should.ThrowAsync<Exception>(() => Commit(stored.Customer, 0, new Change.MessageAdded(Sample.Message(201, stored.Customer, MessageState.Sending, run: 100))));
        (await State(stored.Customer)).Facts.Messages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Moments_arms_and_reviews_are_read_back_until_they_are_over()
    {
        var stored = await Accept(Sample.Event("m1"));
        var moment = new ScheduledMoment(300, new VersionId(9), "t", Sample.Estimate, Sample.Noon.AddDays(1));
        var arm = new ArmKey(new VersionId(9), "and", Sample.Estimate, 1);
        var bare = arm with { Record = null };
        var review = Sample.Review(400, 100);
        await Commit(stored.Customer, 0, new Change.MomentAdded(moment), new Change.MomentAdded(moment with { Id = 301, Record = null }), new Change.ArmRemembered(arm, Sample.Noon),
            new Change.ArmRemembered(bare, Sample.Noon), new Change.ArmRemembered(arm, Sample.Noon.AddDays(1)), new Change.ReviewOpened(review));
        var state = await State(stored.Customer);
        state.Moments.ShouldBe([moment, moment with { Id = 301, Record = null }]);
        state.Arms.OrderBy(one => one.Value).ShouldBe([new(bare, Sample.Noon), new(arm, Sample.Noon.AddDays(1))]);
        var open = state.Reviews.ShouldHaveSingleItem();
        (open with { Messages = review.Messages, Caveats = review.Caveats, News = review.News, Edits = review.Edits }).ShouldBe(review);
        (open.Messages.Single(), open.Caveats.Single(), open.News.Single(), open.Edits.Single()).ShouldBe((review.Messages.Single(), review.Caveats.Single(), review.News.Single(), review.Edits.Single()));
        await Commit(stored.Customer, 0, new Change.MomentRemoved(300), new Change.MomentRemoved(301), new Change.ArmForgotten(arm), new Change.ArmForgotten(bare),
            new Change.ReviewChanged(review with { State = ReviewState.Approved, DecidedBy = "ann", DecidedAt = Sample.Noon }));
        state = await State(stored.Customer);
        (state.Moments.Count, state.Arms.Count, state.Reviews.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Steps_are_counted_by_node_port_and_hour_over_all_customers_and_not_those_a_stop_came_before()
    {
        var (one, other) = (await Accept(Sample.Event("m1")), await Accept(Sample.Event("m2", "other")));
        var step = new StepRun { Enrollment = new EnrollmentId(100), Sequence = Sample.Sequence, Node = "w", Pass = 1, StepType = "wait-for", ArrivedAt = Sample.Noon, At = Sample.Noon.AddMinutes(59), Result = StepResult.Done };
        await Commit(one.Customer, 0, Added(step), Added(step with { Pass = 2 }), Added(step with { At = Sample.Noon.AddMinutes(60) }), Added(step with { Node = "if", Port = "yes" }), Added(step with { Result = StepResult.Cancelled }));
        await Commit(other.Customer, 0, Added(step), Added(step with { Node = "if", Port = "no" }), Added(step with { Result = StepResult.Failed }));
        await using var context = Fixture.Contexts.CreateFor(Sample.Company.Id);
        (await context.StepTallies.ToListAsync(Cancellation)).Select(row => $"{row.Node} {row.Port} {row.Result} {row.Hour:HH:mm} {row.Count}").Order(StringComparer.Ordinal)
            .ShouldBe(["if no Done 12:00 1", "if yes Done 12:00 1", "w  Done 12:00 3", "w  Done 13:00 1", "w  Failed 12:00 1"]);

        static Change.StepRunAdded Added(StepRun run) => new(run);
    }

    [Fact]
    public async Task History_and_office_rows_are_there_for_the_screens()
    {
        var stored = await Accept(Sample.Event("m1"));
        var run = new EnrollmentId(100);
        var ann = new Person("ann", "Ann", null, null, "office");
        var step = new StepRun { Enrollment = run, Sequence = Sample.Sequence, Node = "w", Pass = 2, StepType = "wait-for", ArrivedAt = Sample.Noon, At = Sample.Noon.AddDays(1), Result = StepResult.TimedOut, Port = "out", Because = "late" };
        await Commit(stored.Customer, 0,
            new Change.StepRunAdded(step), new Change.StepRunAdded(step with { Node = "x" }),
            new Change.DecisionAdded(new Decision(Sample.Sequence, run, Sample.Noon, DecisionOutcome.Stopped, "Stopped.", "stop")),
            new Change.ToDoAdded(500, new Effect.CreateToDo("Call", ann, Sample.Noon.AddDays(1), "notes"), Sample.Noon, run),
            new Change.ToDoAdded(501, new Effect.CreateToDo("Write", null, null, null), Sample.Noon, null), new Change.ToDoCompleted(501, "ann", Sample.Noon),
            new Change.NoteAdded(502, "note", Sample.Noon, run), new Change.NotificationAdded(503, new Effect.Notify(ann, "look"), Sample.Noon, run));
        await using var context = Fixture.Contexts.CreateFor(Sample.Company.Id);
        (await context.StepRuns.Where(row => row.EnrollmentId == 100).OrderBy(row => row.Id).Select(row => row.Node).ToListAsync(Cancellation)).ShouldBe(["w", "x"]);
        var decision = await context.Decisions.SingleAsync(row => row.CustomerId == stored.Customer.Value && row.SequenceId == Sample.Sequence.Value, Cancellation);
        (decision.Outcome, decision.At, decision.EnrollmentId, decision.DecidedBy).ShouldBe((DecisionOutcome.Stopped, Sample.Noon, 100, "stop"));
        (await context.ToDos.Where(row => row.CompletedAt == null).SingleAsync(Cancellation)).AssigneeId.ShouldBe("ann");
        (await context.ToDos.SingleAsync(row => row.CompletedAt <= Sample.Noon, Cancellation)).CompletedBy.ShouldBe("ann");
        (await context.Notes.SingleAsync(Cancellation)).Text.ShouldBe("note");
        (await context.Notifications.SingleAsync(Cancellation)).UserId.ShouldBe("ann");
    }

    [Fact]
    public async Task An_input_set_aside_moves_the_partition_on()
    {
        var stored = await Accept(Sample.Event("m1"));
        var partition = PartitionOf(stored.Customer);
        var start = await Store.Partitions.TakeAsync(partition, Cancellation);
        await Store.Turns.ParkAsync(partition, start.Fence, stored.Event!.Seq, new ParkedInput(Sample.Company.Id, stored.Customer, new TurnInput.Due(new(7)), "error"), Cancellation);
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

    private static void Same(Enrollment found, Enrollment written)
    {
        found.Passes.ShouldBe(written.Passes, ignoreOrder: true);
        found.PinnedTemplates.ShouldBe(written.PinnedTemplates);
        found.EditedMessages.ShouldBe(written.EditedMessages);
        (found with { Passes = written.Passes, PinnedTemplates = written.PinnedTemplates, EditedMessages = written.EditedMessages }).ShouldBe(written);
    }
}
