using CsCheck;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Testing.Engine;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Pump;

/// <summary>With nothing to do the pump does nothing: counted at the store, on clocks that only the test moves.</summary>
public sealed class CalmTests
{
    private static readonly TimeSpan _safety = TimeSpan.FromSeconds(30);

    private static readonly int[] _hours = [0, 0, 1, 20, 30, 48, 90];

    /// <summary>What may happen to an engine, by number: kind, customer, hours that pass first.</summary>
    private static readonly Gen<(int Kind, int Customer, int Hours)[]> _happenings =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 4], Gen.Int[0, 6].Select(i => _hours[i])).Array[4, 14];

    [Fact]
    public async Task Whenever_nothing_is_due_no_read_is_made_before_the_next_due_time()
    {
        var email = new RecordingChannel();
        await using var pumps = await HandDrivenPumps.StartAsync(email);
        await pumps.Host.AddTemplateAsync("reminder", Channel.Email, "Your estimate", "<p>Hello</p>", "Hello");
        await pumps.Host.PublishAsync(Sample.FollowUp);
        await _happenings.SampleAsync(
            async happenings =>
            {
                foreach (var (kind, customer, hours) in happenings)
                {
                    pumps.Pass(TimeSpan.FromHours(hours));
                    await HappenAsync(pumps, email, kind, $"c{customer}");
                    await IsCalmAsync(pumps);
                }
            },
            iter: 25, threads: 1);
    }

    [Fact]
    public async Task A_run_stopped_before_its_due_time_leaves_one_look_behind()
    {
        await using var pumps = await HandDrivenPumps.StartAsync(new RecordingChannel());
        await pumps.Host.AddTemplateAsync("reminder", Channel.Email, "Your estimate", "<p>Hello</p>", "Hello");
        await pumps.Host.PublishAsync(Sample.FollowUp);
        await HappenAsync(pumps, new RecordingChannel(), 0, "ann");
        await HappenAsync(pumps, new RecordingChannel(), 1, "ann");

        pumps.Pass(TimeSpan.FromDays(2));
        await pumps.SettleAsync();

        await IsCalmAsync(pumps);
    }

    [Fact]
    public async Task What_the_tables_hold_due_but_nobody_can_move_is_looked_at_once()
    {
        await using var pumps = await HandDrivenPumps.StartAsync(new RecordingChannel());
        await pumps.Host.AddTemplateAsync("reminder", Channel.Email, "Your estimate", "<p>Hello</p>", "Hello");
        await pumps.Host.PublishAsync(Sample.FollowUp);
        await HappenAsync(pumps, new RecordingChannel(), 0, "ann");
        await using var context = pumps.Host.Context();
        // A run of a customer whom nobody knows: something that must not be, and must not spin.
        await context.Enrollments.ExecuteUpdateAsync(
            set => set.SetProperty(run => run.CustomerId, 424_242), TestContext.Current.CancellationToken);

        pumps.Pass(TimeSpan.FromDays(3));
        await pumps.SettleAsync();

        await IsCalmAsync(pumps);
    }

    private static async Task HappenAsync(HandDrivenPumps pumps, RecordingChannel email, int kind, string who)
    {
        var host = pumps.Host;
        email.Answer = kind switch
        {
            7 => _ => Task.FromResult<ChannelAnswer>(new ChannelAnswer.NotSent("The mail server is busy.", Final: false)),
            8 => _ => Task.FromResult<ChannelAnswer>(new ChannelAnswer.MaybeSent("The connection broke.")),
            _ => null,
        };
        switch (kind)
        {
            case 0 or 7 or 8:
                await pumps.HappenAsync(
                    host.Identify(who, $$"""{"email":"{{who}}@example.com","first_name":"Ann"}"""),
                    host.Event("Estimate Sent", who, $$"""{"estimate_id":"{{who}}-1"}""", Sample.Estimate($"{who}-1")));
                return;
            case 1:
                await pumps.HappenAsync(host.Event(
                    "Estimate Accepted", who, $$"""{"estimate_id":"{{who}}-1"}""", Sample.Estimate($"{who}-1")));
                return;
            case 2:
                await pumps.SettleAsync();
                return;
        }

        await using var context = host.Context();
        var run = await context.Enrollments.Where(row => row.State <= EnrollmentState.Sending).OrderBy(row => row.Id).FirstOrDefaultAsync();
        var message = await context.Messages.OrderByDescending(row => row.Id).FirstOrDefaultAsync();
        TurnInput? input = (kind, run, message) switch
        {
            (3, { } known, _) => new TurnInput.StopByHand(new EnrollmentId(known.Id), TidyUp: true, "tom"),
            (4, { } known, _) => new TurnInput.MoveByHand(new EnrollmentId(known.Id), "mail", "tom"),
            (5, { } known, _) => new TurnInput.SkipWaitByHand(new EnrollmentId(known.Id), "tom"),
            (6, _, { } known) => new TurnInput.ResolveMessage(new MessageId(known.Id), MessageResolution.Cancelled, "tom"),
            (9, { } known, _) => new TurnInput.EditCustomer(
                null, null, !(await context.Customers.SingleAsync(row => row.Id == known.CustomerId)).AutomationsOff, "tom"),
            _ => null,
        };
        if (input is null) return;
        await pumps.AskAsync(new CustomerId(kind == 6 ? message!.CustomerId : run!.CustomerId), input);
    }

    /// <summary>At rest; silent until the next due time or the safety look, and silent again after it.</summary>
    private static async Task IsCalmAsync(HandDrivenPumps pumps)
    {
        var rest = await pumps.SettleAsync();
        rest.ShouldBeInRange(TimeSpan.FromMilliseconds(1), _safety);
        var reads = pumps.Reads;
        (await pumps.SettleAsync()).ShouldBe(rest);
        pumps.Reads.ShouldBe(reads, "At rest nothing is asked.");

        pumps.Pass(rest / 2);
        await pumps.SettleAsync();
        pumps.Reads.ShouldBe(reads, "Nothing is asked before the next due time or the safety look.");
        pumps.Pass(rest - (rest / 2));
        await pumps.SettleAsync();
        var after = pumps.Reads;
        (await pumps.SettleAsync()).ShouldBeGreaterThan(TimeSpan.Zero);
        pumps.Reads.ShouldBe(after, "A look that has just been made is not made again.");
    }
}
