using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Engine.Messages;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Stepping;

/// <summary>
/// Messages of a customer's runs, from the step that asks for them until the channel has answered for all. See <see cref="MessageState"/>.
/// The step is done only then; an unknown message never holds the customer up.
/// </summary>
internal static class Outbox
{
    /// <summary>A message step asks for messages: each is judged, rendered and on its way, or put off, or not sent for a reason.</summary>
    public static void Begin(Turn turn, Enrollment run, PublishedSequence published, PlanStep at, StepOutcome.Sends sends, StepContext c)
    {
        for (var part = 0; part < sends.Messages.Length; part++)
        {
            var draft = Drafts.Of(turn, run, at, sends.Messages[part], part);
            if (turn.Rehearsal is { } rehearsal) Drafts.Rehearse(turn, draft, c, rehearsal);
            else Departures.Add(turn, draft, c, published.Plan.Settings);
        }

        var standing = turn.Run(run.Id)!;
        if (turn.Rehearsal is not null) Interpreter.Leave(turn, standing, published, at, StepResult.Done, "out", null);
        else if (sends.Messages.IsEmpty) Interpreter.LeftOut(turn, standing, published, at, "There was no one to send it to.");
        else Settle(turn, standing, published);
    }

    /// <summary>Lets the run go on if it stands on a message step whose messages all have an answer.</summary>
    public static void Settle(Turn turn, Enrollment run, PublishedSequence published)
    {
        if (run.State != EnrollmentState.Sending) return;
        var at = published.Plan.Steps[run.Cursor];
        var (sent, failed, unknown) = (false, false, false);
        string? because = null;
        var messages = turn.Facts.Messages;
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i];
            if (message.Enrollment != run.Id || message.Node != at.Node || message.Pass != run.Pass) continue;
            if (message.State is MessageState.Waiting or MessageState.Sending) return;
            sent |= message.State == MessageState.Sent;
            failed |= message.State == MessageState.Failed;
            unknown |= message.State == MessageState.Unknown;
            because ??= message.State == MessageState.Sent ? null : message.Because;
        }

        if (failed) Interpreter.Failed(turn, run, published, at, because ?? "The message could not be sent.");
        else if (unknown || sent)
            Interpreter.Leave(turn, run, published, at, unknown ? StepResult.Unknown : StepResult.Done, "out", because);
        else Interpreter.LeftOut(turn, run, published, at, because);
    }

    /// <summary>The channel has answered.</summary>
    public static TurnAnswer Answered(Turn turn, TurnInput.MessageAnswered input)
    {
        if (turn.Message(input.Message) is not { } message) return TurnAnswer.Ok;
        if (input.Answer is ChannelAnswer.NotSent { OptedOut: true })
            Consents.Given(
                turn,
                new TurnInput.ConsentGiven(ConsentChange.StopTexts, message.Id)
                {
                    Address = message.To, Source = "the provider: the person replied STOP"
                });
        if (message.State != MessageState.Sending)
        {
            Reported(turn, message, input.Answer);
            return TurnAnswer.Ok;
        }

        var run = message.Enrollment is { } id ? turn.Run(id) : null;
        switch (input.Answer)
        {
            // What has left is kept by the outbox; a state knows it without its words, as one that was read from the tables does.
            case ChannelAnswer.Sent sent:
                turn.Save(
                    message with
                    {
                        Html = null,
                        Text = "",
                        State = MessageState.Sent,
                        SentAt = turn.Now,
                        ProviderId = sent.ProviderId,
                        Because = null
                    });
                break;
            case ChannelAnswer.MaybeSent maybe:
                turn.Save(message with { Html = null, Text = "", State = MessageState.Unknown, Because = maybe.Because });
                break;
            case ChannelAnswer.NoProvider nobody:
                Departures.Skip(turn, message, nobody.Because);
                break;
            case ChannelAnswer.NotSent not:
                NotSent(turn, message, run, not);
                break;
            case ChannelAnswer.NotTried not:
                WaitAgain(turn, message with { Attempts = message.Attempts - 1 }, run, not.Wait ?? TimeSpan.Zero, not.Because);
                break;
        }

        GoOn(turn, run);
        return TurnAnswer.Ok;
    }

    /// <summary>A delivery report comes after the call was answered: the provider knows now that
    /// the message did not arrive. The run has gone on.</summary>
    private static void Reported(Turn turn, Message message, ChannelAnswer report)
    {
        if (message.State is MessageState.Sent or MessageState.Unknown && report is ChannelAnswer.NotSent { Final: true } late)
            turn.Save(message with { State = MessageState.Failed, BouncedAt = turn.Now, Because = late.Because });
    }

    /// <summary>A put-off message may go, or its retry is due. Stops and holds come first.</summary>
    public static TurnAnswer Due(Turn turn, MessageId id)
    {
        if (turn.Message(id) is not { State: MessageState.Waiting } message) return TurnAnswer.Ok;
        if (message.RetryAt is { } retry ? retry > turn.Setting.SystemNow : !(message.DueAt <= turn.Now)) return TurnAnswer.Ok;
        var run = message.Enrollment is { } of ? turn.Run(of) : null;
        if (run is null || turn.PlanOf(run) is not { } published)
        {
            if (SendPolicy.Refusal(turn.Facts, message, turn.StandingOf(message.Channel, message.To)) is { } refusal)
                Departures.Skip(turn, message with { DueAt = null, RetryAt = null }, refusal);
            else turn.Save(message with { State = MessageState.Sending, Attempts = message.Attempts + 1, DueAt = null, RetryAt = null });
            return TurnAnswer.Ok;
        }

        if (run.IsLive && Stops.Judge(turn, run, published)) return TurnAnswer.Ok;
        if (run.IsLive && Holds.Keep(turn, run, published))
        {
            Park(turn, run.Id);
            return TurnAnswer.Ok;
        }

        Departures.Again(
            turn, message, RunProgress.Context(turn, run, message.Node!, message.Pass, message.CreatedAt), published.Plan.Settings);
        GoOn(turn, turn.Run(run.Id));
        return TurnAnswer.Ok;
    }

    /// <summary>A person decides on a message nobody else can decide on.</summary>
    public static TurnAnswer Resolve(Turn turn, TurnInput.ResolveMessage input)
    {
        if (turn.Message(input.Message) is not { } message) return new TurnAnswer.Refused(Refusal.NotFound, "That message does not exist.");
        var open = message.State is MessageState.Unknown or MessageState.Failed;
        if (input.As == MessageResolution.Cancelled ? message.State != MessageState.Waiting : !open)
            return new TurnAnswer.Refused(Refusal.WrongState, $"The message is {Drafts.WordOf(message.State)}.");
        switch (input.As)
        {
            case MessageResolution.Sent:
                turn.Save(message with { State = MessageState.Sent, SentAt = turn.Now, Because = $"{input.By} says it arrived." });
                break;
            case MessageResolution.Dropped:
                turn.Save(message with { State = MessageState.Cancelled, Because = $"{input.By} chose not to send it." });
                break;
            case MessageResolution.Cancelled:
                turn.Save(
                    message with { State = MessageState.Cancelled, DueAt = null, RetryAt = null, Because = $"{input.By} canceled it." });
                break;
            case MessageResolution.Resend:
                if (SendPolicy.Refusal(turn.Facts, message, turn.StandingOf(message.Channel, message.To)) is { } refusal)
                    return new TurnAnswer.Refused(Refusal.WrongState, refusal);
                turn.Save(
                    message with
                    {
                        State = MessageState.Sending,
                        Attempts = message.Attempts + 1,
                        DueAt = null,
                        RetryAt = null,
                        Because = $"{input.By} sent it again."
                    });
                break;
        }

        GoOn(turn, message.Enrollment is { } id ? turn.Run(id) : null);
        return TurnAnswer.Ok;
    }

    /// <summary>Cancels what waits. True: something is already on its way.</summary>
    public static bool CancelWaiting(Turn turn, Enrollment run, string reason)
    {
        var leaving = false;
        foreach (var message in turn.Facts.Messages)
        {
            if (message.Enrollment != run.Id) continue;
            leaving |= message.State == MessageState.Sending;
            if (message.State == MessageState.Waiting)
                turn.Save(message with { State = MessageState.Cancelled, DueAt = null, RetryAt = null, Because = reason });
        }

        return leaving;
    }

    /// <summary>What waits to be tried again is tried now. Answers with how many there are.</summary>
    public static int TryNow(Turn turn, EnrollmentId run)
    {
        var count = 0;
        foreach (var message in turn.Facts.Messages)
        {
            if (message.Enrollment != run || message is not { State: MessageState.Waiting, RetryAt: not null }) continue;
            turn.Save(message with { RetryAt = turn.Setting.SystemNow });
            count++;
        }

        return count;
    }

    /// <summary>Whether a message of the run is with its channel at this moment.</summary>
    public static bool IsLeaving(Turn turn, EnrollmentId run) =>
        turn.Facts.Messages.Exists(message => message.Enrollment == run && message.State == MessageState.Sending);

    /// <summary>The run is held: its waiting messages fall due no more.</summary>
    public static void Park(Turn turn, EnrollmentId run)
    {
        foreach (var message in turn.Facts.Messages)
            if (message.Enrollment == run && message is { State: MessageState.Waiting } and not { DueAt: null, RetryAt: null })
                turn.Save(message with { DueAt = null, RetryAt = null });
    }

    /// <summary>The run is free: its put-off messages are judged anew, now.</summary>
    public static void Unpark(Turn turn, EnrollmentId run)
    {
        foreach (var message in turn.Facts.Messages)
            if (message.Enrollment == run && message is { State: MessageState.Waiting, RetryAt: null })
                turn.Save(message with { DueAt = turn.Now });
    }

    private static void GoOn(Turn turn, Enrollment? run)
    {
        if (run is not null && turn.PlanOf(run) is { } published) Settle(turn, run, published);
    }

    private static void NotSent(Turn turn, Message message, Enrollment? run, ChannelAnswer.NotSent answer)
    {
        if (answer.Bounced && message.ToPerson is null && message.Channel == Channel.Email)
        {
            var told = Properties.Of(("message_id", message.Id.ToString()), ("reason", answer.Because));
            turn.Raise(run is null ? turn.Own(EventNames.EmailBounced, told) : turn.OwnOf(run, EventNames.EmailBounced, told));
        }

        var wait = answer.Final || answer.Bounced ? null : RetryPlan.After(message.Id, message.Attempts, answer.AfterAtLeast);
        if (wait is null)
            turn.Save(
                message with
                {
                    State = MessageState.Failed,
                    Because = answer.Because,
                    BouncedAt = answer.Bounced ? turn.Now : message.BouncedAt
                });
        else WaitAgain(turn, message, run, wait.Value, answer.Because);
    }

    /// <summary>Back to waiting, unless the run was stopped meanwhile.</summary>
    private static void WaitAgain(Turn turn, Message message, Enrollment? run, TimeSpan wait, string? because)
    {
        if (run is { StopChain: not null } or { State: EnrollmentState.Stopped or EnrollmentState.Rejected })
            turn.Save(message with { State = MessageState.Cancelled, Because = run.EndReason ?? "The run was stopped." });
        else turn.Save(message with { State = MessageState.Waiting, RetryAt = turn.Setting.SystemNow + wait, Because = because });
    }
}
