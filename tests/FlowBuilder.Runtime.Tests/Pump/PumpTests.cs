using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Testing.Engine;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Pump;

public sealed class PumpTests
{
    [Fact]
    public async Task An_event_enrolls_and_the_email_leaves_when_the_wait_is_over()
    {
        var email = new RecordingChannel();
        await using var host = await Sample.StartAsync(email);
        await Sample.SendEstimateAsync(host, "ann", "E-1");
        email.Ledger.ShouldBeEmpty();

        await host.AdvanceAsync(TimeSpan.FromDays(1));
        email.Ledger.ShouldBeEmpty();
        await host.AdvanceAsync(TimeSpan.FromDays(2));

        email.Ledger.ShouldHaveSingleItem().To.ShouldBe("ann@example.com");
        await using var context = host.Context();
        (await context.Enrollments.SingleAsync(TestContext.Current.CancellationToken)).State.ShouldBe(EnrollmentState.Done);
        (await context.Messages.SingleAsync(TestContext.Current.CancellationToken)).State.ShouldBe(MessageState.Sent);
    }

    [Fact]
    public async Task A_stop_on_the_same_record_beats_the_wait_and_another_record_does_not()
    {
        var email = new RecordingChannel();
        await using var host = await Sample.StartAsync(email);
        await Sample.SendEstimateAsync(host, "ann", "E-1");
        await host.HappenAsync(host.Event("Estimate Accepted", "ann", """{"estimate_id":"E-2"}""", Sample.Estimate("E-2")));
        await using (var context = host.Context())
            (await context.Enrollments.SingleAsync(TestContext.Current.CancellationToken)).State.ShouldBe(EnrollmentState.Waiting);

        await host.HappenAsync(host.Event("Estimate Accepted", "ann", """{"estimate_id":"E-1"}""", Sample.Estimate("E-1")));
        await host.AdvanceAsync(TimeSpan.FromDays(3));

        email.Ledger.ShouldBeEmpty();
        await using var after = host.Context();
        (await after.Enrollments.SingleAsync(TestContext.Current.CancellationToken)).State.ShouldBe(EnrollmentState.Stopped);
        (await after.CustomerTags.ToListAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_restart_goes_on_where_it_was()
    {
        var email = new RecordingChannel();
        var folder = Directory.CreateTempSubdirectory("flowbuilder-").FullName;
        await using (var first = await Sample.StartAsync(email, folder)) await Sample.SendEstimateAsync(first, "ann", "E-1");

        await using (var second = await Sample.StartAsync(email, folder)) await second.AdvanceAsync(TimeSpan.FromDays(3));

        email.Ledger.ShouldHaveSingleItem();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_orderly_stop_waits_for_the_answer_of_a_message_under_way()
    {
        var under = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource<ChannelAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var email = new RecordingChannel
        {
            Answer = _ =>
            {
                under.TrySetResult();
                return answer.Task;
            },
        };
        var folder = Directory.CreateTempSubdirectory("flowbuilder-").FullName;
        await using (var first = await Sample.StartAsync(email, folder))
        {
            await Sample.SendEstimateAsync(first, "ann", "E-1");
            var moving = first.AdvanceAsync(TimeSpan.FromDays(3));
            await under.Task;
            var stopping = first.StopAsync();
            answer.SetResult(new ChannelAnswer.Sent("p-1"));
            await stopping;
            await Should.ThrowAsync<OperationCanceledException>(moving);
        }

        await using (var second = await Sample.StartAsync(email, folder))
        {
            await using var context = second.Context();
            (await context.Messages.SingleAsync(TestContext.Current.CancellationToken)).State.ShouldBe(MessageState.Sent);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_newer_pump_voids_what_an_older_one_would_commit()
    {
        await using var host = await Sample.StartAsync(new RecordingChannel());
        await Sample.SendEstimateAsync(host, "ann", "E-1");
        await using var context = host.Context();
        var partition = (await context.Customers.SingleAsync(TestContext.Current.CancellationToken)).Partition;
        var older = await host.Store.Partitions.TakeAsync(partition, TestContext.Current.CancellationToken);
        await host.Store.Partitions.TakeAsync(partition, TestContext.Current.CancellationToken);

        await Should.ThrowAsync<StaleFenceException>(
            host.Store.Turns.CommitAsync(
                new TurnBatch(partition, older.Fence, older.DoneThrough + 1, []), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_company_cannot_move_a_customer_of_another()
    {
        await using var host = await Sample.StartAsync(new RecordingChannel());
        await Sample.SendEstimateAsync(host, "ann", "E-1");
        await using var context = host.Context();
        var customer = new CustomerId((await context.Customers.SingleAsync(TestContext.Current.CancellationToken)).Id);

        var answer = await host.Engine.AskAsync(
            new CompanyId(2), customer, new TurnInput.ConsentGiven(ConsentChange.Unsubscribe, null), TestContext.Current.CancellationToken);

        answer.ShouldBeOfType<TurnAnswer.Refused>().Kind.ShouldBe(Refusal.NotFound);
    }

    [Fact]
    public async Task Two_ids_become_one_customer_whose_older_run_goes_on()
    {
        var email = new RecordingChannel();
        await using var host = await Sample.StartAsync(email);
        var anonymous = host.Event("Page Viewed", "ignored") with { UserId = null, AnonymousId = "anon-1" };
        await host.HappenAsync(anonymous);
        await Sample.SendEstimateAsync(host, "ann", "E-1");
        await Sample.SendEstimateAsync(host, "ann-again", "E-1");
        await host.HappenAsync(host.Event("Alias", "ann") with { Kind = EventKind.Alias, PreviousId = "ann-again", JoinsKnown = true });
        await host.HappenAsync(host.Event("Alias", "ann") with { Kind = EventKind.Alias, PreviousId = "anon-1" });

        await using var context = host.Context();
        var runs = await context.Enrollments.OrderBy(run => run.Id).ToListAsync(TestContext.Current.CancellationToken);
        runs.Select(run => run.State).ShouldBe([EnrollmentState.Waiting, EnrollmentState.Stopped]);
        runs.Select(run => run.CustomerId).Distinct().ShouldHaveSingleItem();
        await host.AdvanceAsync(TimeSpan.FromDays(3));
        email.Ledger.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_provider_that_never_answers_holds_up_nobody_else()
    {
        var never = new TaskCompletionSource<ChannelAnswer>();
        var email = new RecordingChannel { Answer = _ => never.Task };
        await using var host = await Sample.StartAsync(email);
        var events = new List<IncomingEvent>();
        for (var index = 0; index < 200; index++)
        {
            events.Add(host.Identify($"c{index}", $$"""{"email":"c{{index}}@example.com"}"""));
            events.Add(host.Event("Estimate Sent", $"c{index}", $$"""{"estimate_id":"E-{{index}}"}""", Sample.Estimate($"E-{index}")));
        }

        await host.HappenAsync([.. events]);
        var moving = host.AdvanceAsync(TimeSpan.FromDays(3));
        await host.UntilAsync(context => context.Messages.CountAsync(), count => count == 200);

        // Only what the provider may be handed at once is at risk; the others wait.
        await using var context = host.Context();
        (await context.Messages.CountAsync(
            message => message.State == MessageState.Sending, TestContext.Current.CancellationToken)).ShouldBeLessThanOrEqualTo(64);
        await host.Intake.AcceptAsync(
            [host.Event("Estimate Accepted", "c7", """{"estimate_id":"E-7"}""", Sample.Estimate("E-7"))],
            TestContext.Current.CancellationToken);
        await host.UntilAsync(one => one.CustomerTags.CountAsync(), count => count == 199);
        never.SetResult(new ChannelAnswer.Sent(null));
        await moving;
    }

    [Theory]
    [InlineData("""{ "policy": "always" }""", 2, 2)]
    [InlineData("""{ "policy": "always" }""", 3, 3)]
    [InlineData("""{ "policy": "never" }""", 3, 1)]
    [InlineData("""{ "policy": "afterEnd", "atMostEvery": "P1D" }""", 3, 1)]
    public async Task Events_of_one_batch_each_find_the_run_of_the_one_before_at_its_end(string reEntry, int events, int runs)
    {
        await using var host = await EngineHost.StartAsync([new RecordingChannel()]);
        await host.PublishAsync($$"""
            { "format": "flowbuilder.sequence/1", "title": "Two tags", "description": "", "settings": { "reEntry": {{reEntry}} },
              "nodes": [
                { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Started" }, "at": [0, 0] },
                { "id": "one", "kind": "action", "step": { "type": "add-tag", "tag": "one" }, "at": [0, 100] },
                { "id": "two", "kind": "action", "step": { "type": "create-todo", "title": "Call", "assignee": "owner" }, "at": [0, 200] } ],
              "edges": [ { "from": "t", "to": "one" }, { "from": "one", "to": "two" } ] }
            """);

        await host.HappenAsync([.. Enumerable.Range(0, events).Select(_ => host.Event("Started", "ann"))]);

        await using var context = host.Context();
        (await context.Enrollments
            .Select(run => run.State)
            .ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(Enumerable.Repeat(EnrollmentState.Done, runs));
        (await context.ToDos.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(runs);
        var refused = await context.Decisions
            .Where(row => row.Outcome == DecisionOutcome.NotEntered)
            .Select(row => row.Sentence)
            .ToListAsync(TestContext.Current.CancellationToken);
        refused.Count.ShouldBe(events - runs);
        refused.ShouldAllBe(sentence => !sentence.Contains("already in", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_run_longer_than_a_turn_goes_on_in_the_next_batch()
    {
        await using var host = await EngineHost.StartAsync([new RecordingChannel()]);
        const int Steps = 450;
        var nodes = string.Join(
            ",\n",
            Enumerable.Range(1, Steps)
                .Select(
                    step =>
                        $$"""{ "id": "s{{step}}", "kind": "action", "step": { "type": "add-note", "text": "{{step}}" }, "at": [0, {{step * 100}}] }"""));
        var edges =
            string.Join(", ", Enumerable.Range(2, Steps - 1).Select(step => $$"""{ "from": "s{{step - 1}}", "to": "s{{step}}" }"""));
        await host.PublishAsync($$"""
            { "format": "flowbuilder.sequence/1", "title": "Long", "description": "", "settings": {},
              "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Started" }, "at": [0, 0] }, {{nodes}} ],
              "edges": [ { "from": "t", "to": "s1" }, {{edges}} ] }
            """);
        var before = (await host.Engine.ReadProgressAsync(TestContext.Current.CancellationToken)).TurnsTaken;

        await host.HappenAsync(host.Event("Started", "ann"));

        await using var context = host.Context();
        (await context.Enrollments.SingleAsync(TestContext.Current.CancellationToken)).State.ShouldBe(EnrollmentState.Done);
        (await context.StepRuns.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(Steps);
        // 200, 200 and 50; a hint that came twice may add a turn that does nothing.
        ((await host.Engine.ReadProgressAsync(TestContext.Current.CancellationToken)).TurnsTaken - before).ShouldBeGreaterThanOrEqualTo(3);
    }
}
