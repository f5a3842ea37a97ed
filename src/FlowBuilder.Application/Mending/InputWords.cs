using FlowBuilder.Core.Engine.Turns;

namespace FlowBuilder.Application.Mending;

/// <summary>What an input that was set aside would have done, in words for people who know the business and not the program. Holds nothing of the customer.</summary>
public static class InputWords
{
    /// <param name="kind">As the row names it.</param>
    /// <param name="input">The input, where it can be read.</param>
    public static string Of(string kind, TurnInput? input) => input switch
    {
        TurnInput.Happened => "an event was not taken in",
        TurnInput.Due => "a run did not go on to its next step",
        TurnInput.MomentDue => "a trigger by date and time did not fire",
        TurnInput.Reschedule => "the dates ahead were not noted after a sequence was published",
        TurnInput.MessageDue => "a message was not prepared",
        TurnInput.MessageAnswered => "the answer to a message was not noted",
        TurnInput.ReviewDue => "a review was not reminded of, or did not run out",
        TurnInput.HoldsChanged => "runs were not held or let go",
        TurnInput.ConsentGiven => "a customer's choice about messages was not noted",
        TurnInput.Approve or TurnInput.Reject or TurnInput.EditReview or TurnInput.AskColleague or TurnInput.SnoozeReview or TurnInput.RecheckReview => "a decision about a review was not taken",
        TurnInput.EnrollByHand => "a customer was not put into a sequence by hand",
        TurnInput.StopByHand or TurnInput.SkipWaitByHand or TurnInput.MoveByHand or TurnInput.RetryByHand => "a run was not stopped or moved by hand",
        TurnInput.ResolveMessage => "a decision about a message was not taken",
        TurnInput.EditCustomer => "a customer was not changed",
        TurnInput.CompleteToDo => "a to-do was not ticked off",
        TurnInput.Erase => "a customer was not erased",
        _ => kind.Length == 0 ? "something an older version of the program set aside" : "something was not done",
    };
}
