using FlowBuilder.Application.Reviews;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Core.Engine.Turns;

namespace FlowBuilder.Web.Components.Reviews.Dialogs;

/// <summary>What came of several decisions at once.</summary>
internal static class BulkText
{
    /// <returns>The words, and whether all went well.</returns>
    public static (string Words, bool Well) Of(IReadOnlyList<(ReviewItem Item, TurnAnswer Answer)> answers, bool approve)
    {
        var stale = answers.Count(one => one.Answer is TurnAnswer.Stale);
        var refused = answers.Where(one => one.Answer is TurnAnswer.Refused).ToArray();
        var done = answers.Count - stale - refused.Length;
        var words = new List<string> { $"{SequenceText.Number(done)} {(approve ? "approved" : "rejected")}." };
        if (stale > 0)
            words.Add(
                $"{SequenceText.Number(stale)} {(stale == 1 ? "has" : "have")} changed in the meantime and "
                    + $"{(stale == 1 ? "needs" : "need")} another look; {(stale == 1 ? "it is" : "they are")} still selected.");
        if (refused.Length > 0)
            words.Add(
                $"{SequenceText.Number(refused.Length)} {(refused.Length == 1 ? "was" : "were")} already over: "
                    + $"{refused[0].Item.CustomerName}, {((TurnAnswer.Refused)refused[0].Answer).Because}");
        return (string.Join(' ', words), stale + refused.Length == 0);
    }
}
