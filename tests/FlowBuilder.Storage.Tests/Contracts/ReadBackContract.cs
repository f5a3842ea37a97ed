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
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using Record = FlowBuilder.Core.Model.Customers.Record;

namespace FlowBuilder.Storage.Tests.Contracts;

/// <summary>What was committed is read back as it was written.</summary>
public abstract class ReadBackContract : EngineStoreContract
{
    [Fact]
    public async Task A_customer_is_read_back_as_it_was_written()
    {
        var stored = await Accept(Sample.Event("m1"));
        var customer = new Customer
        {
            Id = stored.Customer, Company = Sample.Company.Id, UserId = "c1",
            Fields = Properties.Parse("""{"email":"a@b.c","first_name":"Ann","address":{"city":"Troy"},"visits":3}"""),
            Stamps = NameTable<FieldStamp>.Empty.With("email", new FieldStamp("crm", Sample.Noon.AddTicks(1))),
            Consent = new Consent { Email = false, Text = true, Unsubscribed = true, TextStopped = true }, AutomationsOff = true,
            AddedAt = Sample.Noon,
        };
        var record = new Record { Key = Sample.Estimate, Properties = Properties.Of("total", 7), Status = "sent", UpdatedAt = Sample.Noon };
        await Commit(
            stored.Customer, 0, new Change.CustomerChanged(customer), new Change.TagAdded("VIP", new TagMark("crm")),
            new Change.TagAdded("old", new TagMark(null)),
            new Change.TagAdded("vip", new TagMark(null)), new Change.TagRemoved("OLD"),
            new Change.RecordChanged(record with { Status = "x" }), new Change.RecordChanged(record));
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
    public async Task Messages_are_read_back_as_they_were_written_and_books_leave_their_bodies_out()
    {
        var stored = await Accept(Sample.Event("m1"));
        var message = Sample.Message(200, stored.Customer, MessageState.Sending, run: 100);
        await Commit(stored.Customer, 0, new Change.MessageAdded(message));
        (await Store.Outbox.ReadMessageAsync(Sample.Company.Id, message.Id, Cancellation)).ShouldBe(message);
        (await Store.Outbox.ReadMessageAsync(new CompanyId(2), message.Id, Cancellation)).ShouldBeNull();
        var inBook = (await State(stored.Customer)).Facts.Messages.ShouldHaveSingleItem();
        inBook.ShouldBe(message with { Html = null, Text = "" });
        await Commit(
            stored.Customer, 0, new Change.MessageChanged(inBook with { State = MessageState.Sent, Because = null, RetryAt = null }));
        (await Store.Outbox.ReadMessageAsync(
            Sample.Company.Id, message.Id,
            Cancellation)).ShouldBe(message with { State = MessageState.Sent, Because = null, RetryAt = null });
    }

    [Fact]
    public async Task Moments_arms_and_reviews_are_read_back_until_they_are_over()
    {
        var stored = await Accept(Sample.Event("m1"));
        var moment = new ScheduledMoment(300, new VersionId(9), "t", Sample.Estimate, Sample.Noon.AddDays(1));
        var arm = new ArmKey(new VersionId(9), "and", Sample.Estimate, 1);
        var bare = arm with { Record = null };
        var review = Sample.Review(400, 100);
        await Commit(
            stored.Customer, 0, new Change.MomentAdded(moment), new Change.MomentAdded(moment with { Id = 301, Record = null }),
            new Change.ArmRemembered(arm, Sample.Noon),
            new Change.ArmRemembered(bare, Sample.Noon), new Change.ArmRemembered(arm, Sample.Noon.AddDays(1)),
            new Change.ReviewOpened(review));
        var state = await State(stored.Customer);
        state.Moments.ShouldBe([moment, moment with { Id = 301, Record = null }]);
        state.Arms.OrderBy(one => one.Value).ShouldBe([new(bare, Sample.Noon), new(arm, Sample.Noon.AddDays(1))]);
        var open = state.Reviews.ShouldHaveSingleItem();
        (open with { Messages = review.Messages, Caveats = review.Caveats, News = review.News, Edits = review.Edits }).ShouldBe(review);
        (open.Messages.Single(), open.Caveats.Single(), open.News.Single(), open.Edits.Single()).ShouldBe(
            (review.Messages.Single(), review.Caveats.Single(), review.News.Single(), review.Edits.Single()));
        await Commit(
            stored.Customer, 0, new Change.MomentRemoved(300), new Change.MomentRemoved(301), new Change.ArmForgotten(arm),
            new Change.ArmForgotten(bare),
            new Change.ReviewChanged(review with { State = ReviewState.Approved, DecidedBy = "ann", DecidedAt = Sample.Noon }));
        state = await State(stored.Customer);
        (state.Moments.Count, state.Arms.Count, state.Reviews.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task History_and_office_rows_are_there_for_the_screens()
    {
        var stored = await Accept(Sample.Event("m1"));
        var run = new EnrollmentId(100);
        var ann = new Person("ann", "Ann", null, null, "office");
        var step = new StepRun
        {
            Enrollment = run, Sequence = Sample.Sequence, Node = "w", Pass = 2, StepType = "wait-for", ArrivedAt = Sample.Noon,
            At = Sample.Noon.AddDays(1), Result = StepResult.TimedOut, Port = "out", Because = "late"
        };
        await Commit(stored.Customer, 0,
            new Change.StepRunAdded(step), new Change.StepRunAdded(step with { Node = "x" }),
            new Change.DecisionAdded(new Decision(Sample.Sequence, run, Sample.Noon, DecisionOutcome.Stopped, "Stopped.", "stop")),
            new Change.ToDoAdded(500, new Effect.CreateToDo("Call", ann, Sample.Noon.AddDays(1), "notes"), Sample.Noon, run),
            new Change.ToDoAdded(501, new Effect.CreateToDo("Write", null, null, null), Sample.Noon, null),
            new Change.ToDoCompleted(501, "ann", Sample.Noon),
            new Change.NoteAdded(502, "note", Sample.Noon, run),
            new Change.NotificationAdded(503, new Effect.Notify(ann, "look"), Sample.Noon, run));
        await using var context = Fixture.Contexts.CreateFor(Sample.Company.Id);
        (await context.StepRuns
            .Where(row => row.EnrollmentId == 100)
            .OrderBy(row => row.Id)
            .Select(row => row.Node)
            .ToListAsync(Cancellation)).ShouldBe(["w", "x"]);
        var decision = await context.Decisions.SingleAsync(
            row => row.CustomerId == stored.Customer.Value && row.SequenceId == Sample.Sequence.Value, Cancellation);
        (decision.Outcome, decision.At, decision.EnrollmentId, decision.DecidedBy).ShouldBe(
            (DecisionOutcome.Stopped, Sample.Noon, 100, "stop"));
        (await context.ToDos.Where(row => row.CompletedAt == null).SingleAsync(Cancellation)).AssigneeId.ShouldBe("ann");
        (await context.ToDos.SingleAsync(row => row.CompletedAt <= Sample.Noon, Cancellation)).CompletedBy.ShouldBe("ann");
        (await context.Notes.SingleAsync(Cancellation)).Text.ShouldBe("note");
        (await context.Notifications.SingleAsync(Cancellation)).UserId.ShouldBe("ann");
    }

    [Fact]
    public async Task A_row_changed_several_times_in_one_commit_ends_as_the_last_change_says()
    {
        var stored = await Accept(Sample.Event("m1"));
        var run = Sample.Run(100, stored.Customer, EnrollmentState.Active);
        var done = run with { State = EnrollmentState.Done, DueAt = null, WatchAt = null, EndedAt = Sample.Noon };
        await Commit(
            stored.Customer, 0, new Change.EnrollmentOpened(run), new Change.EnrollmentChanged(run with { Cursor = 4 }),
            new Change.EnrollmentChanged(done));
        Same((await State(stored.Customer)).Facts.Enrollments.ShouldHaveSingleItem(), done);
    }

    private static void Same(Enrollment found, Enrollment written)
    {
        found.Passes.ShouldBe(written.Passes, ignoreOrder: true);
        found.PinnedTemplates.ShouldBe(written.PinnedTemplates);
        found.EditedMessages.ShouldBe(written.EditedMessages);
        (found with
        {
            Passes = written.Passes,
            PinnedTemplates = written.PinnedTemplates,
            EditedMessages = written.EditedMessages
        }).ShouldBe(written);
    }
}
