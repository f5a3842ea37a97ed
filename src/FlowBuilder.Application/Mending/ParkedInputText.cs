using FlowBuilder.Core.Engine.Turns;

namespace FlowBuilder.Application.Mending;

/// <summary>What an input that was set aside would have done, in words for people who know the
/// business and not the program. Holds nothing of the customer.</summary>
public static class ParkedInputText
{
    /// <param name="kind">As the row names it.</param>
    /// <param name="input">The input, where it can be read.</param>
    public static string Of(string kind, TurnInput? input) => input switch
    {
        TurnInput.Happened => "an event was not processed",
        TurnInput.Due => "a run did not continue to its next step",
        TurnInput.MomentDue => "a trigger by date and time did not fire",
        TurnInput.Reschedule => "upcoming dates were not recorded after a sequence was published",
        TurnInput.MessageDue => "a message was not prepared",
        TurnInput.MessageAnswered => "the result of a message was not recorded",
        TurnInput.ReviewDue => "a review reminder or expiry did not happen",
        TurnInput.HoldsChanged => "runs were not held or released",
        TurnInput.ConsentGiven => "a customer's choice about messages was not recorded",
        TurnInput.Approve or TurnInput.Reject or TurnInput.EditReview or TurnInput.AskColleague or TurnInput.SnoozeReview
            or TurnInput.RecheckReview =>
            "a decision on a review was not carried out",
        TurnInput.EnrollByHand => "a customer was not enrolled by hand",
        TurnInput.StopByHand or TurnInput.SkipWaitByHand or TurnInput.MoveByHand or TurnInput.RetryByHand =>
            "a run was not stopped or moved by hand",
        TurnInput.ResolveMessage => "a decision on a message was not carried out",
        TurnInput.EditCustomer => "a customer was not changed",
        TurnInput.CompleteToDo => "a to-do was not checked off",
        TurnInput.Erase => "a customer was not erased",
        _ => kind.Length == 0 ? "something an older version of the program set aside" : "something was not done",
    };
}
