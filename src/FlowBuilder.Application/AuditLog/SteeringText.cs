using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.AuditLog;

/// <summary>
/// Says what a person did to a customer. The customer is named by number only (as the line's subject), and nothing of a message's or
/// to-do's content is told: audit lines stay for ever, a person can be erased.
/// </summary>
public sealed class SteeringText(IDbContextFactory<FlowBuilderContext> contexts)
{
    /// <summary>The action and its words.</summary>
    public async Task<(string Action, string Words)> OfAsync(CompanyId company, TurnInput input)
    {
        await using var context = contexts.CreateFor(company);
        return input switch
        {
            TurnInput.Approve approve => ("review.approve", $"approved a review{In(await OfReviewAsync(context, approve.Review.Value))}"),
            TurnInput.Reject reject =>
                ("review.reject",
                 $"rejected a review{In(await OfReviewAsync(context, reject.Review.Value))}{(reject.TidyUp ? ", tidying up" : "")}"),
            TurnInput.EditReview edit =>
                ("review.edit",
                 $"{(edit.Messages.IsDefaultOrEmpty ? "undid the edits of" : "edited the messages of")} a "
                     + $"review{In(await OfReviewAsync(context, edit.Review.Value))}"),
            TurnInput.AskColleague ask =>
                ("review.ask",
                 $"{(ask.Colleague.Length == 0 ? "withdrew the question about" : $"asked {await NameAsync(context, ask.Colleague)} about")} a review{In(await OfReviewAsync(context, ask.Review.Value))}"),
            TurnInput.SnoozeReview snooze =>
                ("review.snooze",
                 $"{(snooze.Until is null ? "brought back" : "put off")} a review{In(await OfReviewAsync(context, snooze.Review.Value))}"),
            TurnInput.EnrollByHand enroll =>
                ("enrollment.start",
                 $"enrolled a customer in {Quoted(await TitleAsync(context, enroll.Sequence.Value)) ?? "a sequence"} by hand"),
            TurnInput.StopByHand stop =>
                ("enrollment.stop",
                 $"stopped a run{In(await OfRunAsync(context, stop.Enrollment.Value))}{(stop.TidyUp ? ", tidying up" : "")}"),
            TurnInput.SkipWaitByHand skip =>
                ("enrollment.skip-wait", $"skipped a wait of a run{In(await OfRunAsync(context, skip.Enrollment.Value))}"),
            TurnInput.MoveByHand move =>
                ("enrollment.move", $"moved a run{In(await OfRunAsync(context, move.Enrollment.Value))} to a later step"),
            TurnInput.RetryByHand retry =>
                ("enrollment.retry", $"retried the messages of a run{In(await OfRunAsync(context, retry.Enrollment.Value))} right away"),
            TurnInput.ResolveMessage resolve => await OfMessageAsync(context, resolve),
            TurnInput.CompleteToDo => ("to-do.complete", "checked off a to-do"),
            TurnInput.EditCustomer { AutomationsOff: true } => ("customer.change", "changed a customer and turned automations off"),
            TurnInput.Erase => ("customer.erase", "erased a customer and everything known about them"),
            TurnInput.EditCustomer => ("customer.change", "changed a customer"),
            TurnInput.ConsentGiven { Change: ConsentChange.Subscribe } => ("customer.opt-in", "noted that a customer wants emails again"),
            TurnInput.ConsentGiven { Change: ConsentChange.StartTexts } => ("customer.opt-in", "noted that a customer wants texts again"),
            TurnInput.ConsentGiven => ("customer.change", "changed something about a customer"),
            // Events, due times and answers of providers are no deed of a person.
            _ => throw new InvalidOperationException(
                $"{input.GetType().Name} is nothing that a person does, so the audit log has no words for it."),
        };
    }

    private static async Task<(string, string)> OfMessageAsync(FlowBuilderContext context, TurnInput.ResolveMessage resolve)
    {
        var message = await context.Messages.AsNoTracking()
            .Where(row => row.Id == resolve.Message.Value)
            .Select(row => new { row.Channel, row.SequenceId }).FirstOrDefaultAsync();
        var what = (message is null ? "a message" : ChannelInfo.Of(message.Channel).One)
            + In(message?.SequenceId is { } sequence ? await TitleAsync(context, sequence) : null);
        return resolve.As switch
        {
            MessageResolution.Sent => ("message.resolve", $"confirmed that {what} arrived"),
            MessageResolution.Resend => ("message.resend", $"sent {what} again"),
            MessageResolution.Dropped => ("message.resolve", $"decided not to send {what}"),
            MessageResolution.Cancelled => ("message.cancel", $"canceled {what}"),
        };
    }

    private static async Task<string> NameAsync(FlowBuilderContext context, string person) =>
        await context.Users.AsNoTracking().Where(row => row.Id == person).Select(row => row.Name).FirstOrDefaultAsync() ?? "a colleague";

    private static Task<string?> OfReviewAsync(FlowBuilderContext context, long review) =>
        (from row in context.Reviews.AsNoTracking()
         where row.Id == review
         join sequence in context.Sequences on row.SequenceId equals sequence.Id
         select sequence.Title).FirstOrDefaultAsync();

    private static Task<string?> OfRunAsync(FlowBuilderContext context, long run) =>
        (from row in context.Enrollments.AsNoTracking()
         where row.Id == run
         join sequence in context.Sequences on row.SequenceId equals sequence.Id
         select sequence.Title).FirstOrDefaultAsync();

    private static Task<string?> TitleAsync(FlowBuilderContext context, Guid sequence) =>
        context.Sequences.AsNoTracking().Where(row => row.Id == sequence).Select(row => row.Title).FirstOrDefaultAsync();

    private static string In(string? title) => title is null ? "" : $" of {Quoted(title)}";

    private static string? Quoted(string? title) => title is null ? null : $"“{title}”";
}
