using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.AuditLog;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Tests.Pump;
using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Testing.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Erasing;

/// <summary>Erased is erased: for the engine's memory, for what comes late, and over a restart.</summary>
public sealed class An_erased_customer
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_nobody_for_a_pump_that_had_the_book_at_hand()
    {
        var email = new RecordingChannel();
        await using var host = await Sample.StartAsync(email);
        await Sample.SendEstimateAsync(host, "ann", "E-1");
        var (customer, run) = await OnlyRunAsync(host);

        await EraseAsync(host, customer);

        (await host.Engine.AskAsync(
            host.Company, customer, new TurnInput.StopByHand(run, false, "Lena"),
            Cancellation)).ShouldBe(new TurnAnswer.Refused(Refusal.NotFound, "That run does not exist."));
        (await host.Engine.AskAsync(
            host.Company, new CustomerId(4711), new TurnInput.StopByHand(run, false, "Lena"),
            Cancellation)).ShouldBe(new TurnAnswer.Refused(Refusal.NotFound, "That run does not exist."));
        await host.AdvanceAsync(TimeSpan.FromDays(3));
        email.Ledger.ShouldBeEmpty();
        await NothingOfAnnAsync(host);
    }

    [Fact]
    public async Task Leaves_runs_that_count_and_say_nothing()
    {
        await using var host = await Sample.StartAsync(new RecordingChannel());
        await Sample.SendEstimateAsync(host, "ann", "E-1");
        var (customer, _) = await OnlyRunAsync(host);
        await EraseAsync(host, customer);
        await using var context = host.Context();
        var run = await context.Enrollments.SingleAsync(Cancellation);
        (run.State, run.EndReason, run.RecordId, run.StartingEvent, run.LookAt).ShouldBe(
            (EnrollmentState.Stopped, "The customer was erased.", null, null, null));
    }

    [Fact]
    public async Task Cannot_be_written_back_by_a_late_answer_of_the_provider()
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
        await using var host = await Sample.StartAsync(email);
        await Sample.SendEstimateAsync(host, "ann", "E-1");
        var (customer, _) = await OnlyRunAsync(host);
        var moving = host.AdvanceAsync(TimeSpan.FromDays(3));
        await under.Task;
        await EraseAsync(host, customer);

        answer.SetResult(new ChannelAnswer.NotSent("ann@example.com is not known here", Final: true, Bounced: true));
        await moving;
        await using var context = host.Context();
        var message = await context.Messages.SingleAsync(Cancellation);
        (await host.Engine.AskAsync(
            host.Company, customer,
            new TurnInput.MessageAnswered(new MessageId(message.Id), new ChannelAnswer.NotSent("ann bounced", true)),
            Cancellation)).ShouldBeOfType<TurnAnswer.Refused>();
        (message.State, message.To, message.Subject, message.Because).ShouldBe((MessageState.Cancelled, "", null, null));
        await NothingOfAnnAsync(host);
    }

    [Fact]
    public async Task Stays_erased_over_a_restart()
    {
        var email = new RecordingChannel { IsIdempotent = true };
        var folder = Directory.CreateTempSubdirectory("flowbuilder-").FullName;
        await using (var first = await Sample.StartAsync(email, folder))
        {
            await Sample.SendEstimateAsync(first, "ann", "E-1");
            await EraseAsync(first, (await OnlyRunAsync(first)).Customer);
        }

        await using (var second = await Sample.StartAsync(email, folder))
        {
            await second.AdvanceAsync(TimeSpan.FromDays(3));
            email.Ledger.ShouldBeEmpty();
            await NothingOfAnnAsync(second);
            await using var context = second.Context();
            (await context.Settings.CountAsync(row => row.Name.StartsWith("letters-to-forget"), Cancellation)).ShouldBe(0);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Takes_everybody_along_who_was_about_to_be_joined()
    {
        await using var host = await Sample.StartAsync(new RecordingChannel());
        await Sample.SendEstimateAsync(host, "ann-again", "E-1");
        await Sample.SendEstimateAsync(host, "ann", "E-2");
        var customer = await NumberAsync(host, "ann");
        // Accepted, and asked before the pump can have worked it off or after: both ways nobody is left.
        await host.Intake.AcceptAsync(
            [host.Event("Alias", "ann") with { Kind = EventKind.Alias, PreviousId = "ann-again", JoinsKnown = true }], Cancellation);
        await EraseAsync(host, customer);
        await host.Engine.DrainAsync(Cancellation);

        await using var context = host.Context();
        (await context.Customers.CountAsync(row => row.MergedInto == null, Cancellation)).ShouldBe(0);
        (await context.Customers
            .Select(row => row.Name + row.SearchText + row.Fields)
            .ToListAsync(Cancellation)).ShouldAllBe(text => text == "{}");
        await NothingOfAnnAsync(host);
    }

    [Fact]
    public async Task Does_not_come_back_by_an_answer_to_a_message_and_is_new_when_told_of_anew()
    {
        await using var host = await Sample.StartAsync(new RecordingChannel());
        await Sample.SendEstimateAsync(host, "ann", "E-1");
        var customer = await NumberAsync(host, "ann");
        await EraseAsync(host, customer);

        await host.HappenAsync(host.Event(EventNames.MessageReplied, "ann") with { AnswerOf = customer });
        await using (var context = host.Context()) (await context.Customers.AnyAsync(Cancellation)).ShouldBeFalse();

        await host.HappenAsync(host.Identify("ann", """{"first_name":"New"}"""));
        (await NumberAsync(host, "ann")).ShouldNotBe(customer);
        await using var after = host.Context();
        (await after.Events.CountAsync(row => row.Name == "Estimate Sent", Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task Is_told_of_in_the_audit_log_in_the_same_commit_by_number()
    {
        await using var host = await Sample.StartAsync(new RecordingChannel());
        await Sample.SendEstimateAsync(host, "ann", "E-1");
        var customer = await NumberAsync(host, "ann");
        await EraseAsync(host, customer);
        await using var context = host.Context();
        var line = await context.AuditLog.SingleAsync(Cancellation);
        (line.Action, line.Subject, line.By).ShouldBe(("customer.erase", customer.ToString(), "Lena"));
        (await AuditChain.FindBreakAsync(context, host.Services.GetRequiredService<AuditSeals>(), Cancellation)).ShouldBeNull();
    }

    private static async Task EraseAsync(EngineHost host, CustomerId customer) =>
        (await host.Engine.AskAsync(
            host.Company, customer,
            new TurnInput.Erase
            {
                Audit = new AuditNote(new Actor("user:lena", "Lena"), "customer.erase", customer.ToString(), "erased a customer")
            },
            Cancellation))
            .ShouldBe(TurnAnswer.Ok);

    private static async Task<(CustomerId Customer, EnrollmentId Run)> OnlyRunAsync(EngineHost host)
    {
        await using var context = host.Context();
        var run = await context.Enrollments.SingleAsync(Cancellation);
        return (new CustomerId(run.CustomerId), new EnrollmentId(run.Id));
    }

    private static async Task<CustomerId> NumberAsync(EngineHost host, string userId)
    {
        await using var context = host.Context();
        return new CustomerId(
            await context.CustomerKeys.Where(key => key.Value == userId).Select(key => key.CustomerId).SingleAsync(Cancellation));
    }

    private static async Task NothingOfAnnAsync(EngineHost host)
    {
        await using var context = host.Context();
        (await context.CustomerKeys.CountAsync(Cancellation) + await context.Records.CountAsync(Cancellation)
            + await context.Events.CountAsync(Cancellation)
            + await context.MessageBodies.CountAsync(Cancellation) + await context.CustomerTags.CountAsync(Cancellation)
            + await context.Decisions.CountAsync(Cancellation)).ShouldBe(0);
        (await context.Messages.CountAsync(row => row.To != "" || row.Subject != null, Cancellation)).ShouldBe(0);
    }
}
