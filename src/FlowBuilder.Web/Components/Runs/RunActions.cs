using FlowBuilder.Application.Runs;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Components.Elements;
using FlowBuilder.Web.Components.Sequences.Protection;
using MudBlazor;

namespace FlowBuilder.Web.Components.Runs;

/// <summary>Moves runs for the person at the screen: asks before a stop, and says what came of it.</summary>
public sealed class RunActions(ScreenSession session, RunMoves moves, IDialogService dialogs, ISnackbar snackbar)
{
    /// <summary>Does the move for each of them. False: the person has thought better of it, and nothing was done.</summary>
    /// <exception cref="NotAllowedException">The person may not, or not any more.</exception>
    public async Task<bool> DoAsync(IReadOnlyCollection<long> runs, RunMove move)
    {
        if (move.Kind == RunMoveKind.Stop
            && await dialogs.ShowMessageBoxAsync(
                runs.Count == 1 ? "Stop one run?" : $"Stop {runs.Count} runs?",
                $"Nothing more will be sent to {(runs.Count == 1 ? "this customer by it" : "them")}. This cannot be undone.",
                yesText: "Stop", cancelText: "Leave", options: SequenceGuard.Narrow)
                != true)
            return false;
        var refusals = new List<string>();
        foreach (var run in runs)
        {
            var caller = await session.EnterAsync(Right.SteerEnrollments);
            if (await moves.DoAsync(caller, run, move, Uninterrupted.Token) is TurnAnswer.Refused refused) refusals.Add(refused.Because);
        }

        Say(runs.Count, refusals);
        return true;
    }

    private void Say(int all, List<string> refusals)
    {
        var done = all - refusals.Count;
        if (done > 0) snackbar.Add(all == 1 ? "Done." : done == 1 ? "Done for one." : $"Done for {done}.", Severity.Success);
        foreach (var why in refusals.GroupBy(words => words, StringComparer.Ordinal))
            snackbar.Add(
                $"{(all == 1 ? "It was" : why.Count() == 1 ? "One was" : $"{why.Count()} were")} not changed. {why.Key}", Severity.Warning);
    }
}
