using FlowBuilder.Application.Access;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Components.Elements;
using MudBlazor;

namespace FlowBuilder.Web.Components.Sequences.Protection;

/// <summary>
/// How screens get at what changes a sequence or takes it away: who sits there is asked for the right, and, where the sequence is
/// protected and not unlocked in this session, for the password.
/// </summary>
public sealed class SequenceGuard(ScreenSession session, SequenceLock locks, IDialogService dialogs, ISnackbar snackbar)
{
    /// <summary>Why a document that is a protected drawing asks for a password.</summary>
    public const string ItsDrawing = "These are the steps of this sequence. To copy them,";

    /// <summary>Opens a sequence; asks for its password if need be.</summary>
    /// <returns>Null when it stayed closed; the person has been told why.</returns>
    /// <exception cref="NotAllowedException">Without the right.</exception>
    public async Task<SequenceAccess?> OpenAsync(Right right, SequenceId sequence, string title, SequenceUse use = SequenceUse.Change)
    {
        for (; ; )
        {
            var caller = await session.EnterAsync(right);
            switch (await locks.OpenAsync(
                caller.Company, sequence, use, new SequenceKey.Session(SessionOf(caller)), caller.Actor, Uninterrupted.Token))
            {
                case SequenceOpening.Open open:
                    return open.Access;
                case SequenceOpening.Closed { Because: SequenceRefusal.PasswordNeeded }:
                    if (!await AskAsync(sequence, title)) return null;
                    break;
                case SequenceOpening.Closed closed:
                    Refuse(closed.Because);
                    return null;
            }
        }
    }

    /// <summary>Shows the dialog that asks for the password.</summary>
    /// <param name="sequence">Which.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="why">What it has to do with what the person is about; null: they are about to
    /// change or take along the sequence itself.</param>
    /// <returns>Whether the sequence is unlocked now.</returns>
    public async Task<bool> AskAsync(SequenceId sequence, string title, string? why = null)
    {
        var dialog = await dialogs.ShowAsync<UnlockDialog>(
            $"“{title}” is protected", new DialogParameters<UnlockDialog> { { one => one.Sequence, sequence }, { one => one.Why, why } },
            Narrow);
        return await dialog.Result is { Canceled: false };
    }

    /// <summary>Does what may touch protected sequences it does not name, and asks for their
    /// passwords, one after the other, as long as it does.</summary>
    /// <param name="right">What it needs.</param>
    /// <param name="act">Does it, with what the person has unlocked.</param>
    /// <param name="why">What they have to do with it, said to the person.</param>
    /// <returns>The last answer: still <see cref="SequenceRefusal.Guarded"/> when the person gave none.</returns>
    public Task<SequenceAnswer<T>> ActAsync<T>(Right right, Func<Caller, SequenceKey, Task<SequenceAnswer<T>>> act, string why) =>
        ActAsync(right, act, answer => (answer as SequenceAnswer<T>.Refused)?.Why as SequenceRefusal.Guarded, why);

    /// <inheritdoc cref="ActAsync{T}(Right, Func{Caller, SequenceKey, Task{SequenceAnswer{T}}}, string)"/>
    /// <param name="right">What it needs.</param>
    /// <param name="act">Does it, with what the person has unlocked.</param>
    /// <param name="guarded">Reads from its answer which sequences stayed closed; null when none did.</param>
    /// <param name="why">What they have to do with it, said to the person.</param>
    public async Task<T> ActAsync<T>(
        Right right, Func<Caller, SequenceKey, Task<T>> act, Func<T, SequenceRefusal.Guarded?> guarded, string why)
    {
        for (; ; )
        {
            var caller = await session.EnterAsync(right);
            var answer = await act(caller, new SequenceKey.Session(SessionOf(caller)));
            if (guarded(answer) is not { } closed) return answer;
            foreach (var sequence in closed.Sequences)
                if (!await AskAsync(sequence.Id, sequence.Title, why)) return answer;
        }
    }

    /// <summary>Tries a password.</summary>
    /// <returns>What was wrong; null when the sequence is unlocked for this session.</returns>
    public async Task<SequenceRefusal?> UnlockAsync(SequenceId sequence, string password)
    {
        var caller = await session.EnterAsync(Right.SeeWork);
        return await locks.UnlockAsync(caller.Company, sequence, password, SessionOf(caller), caller.Actor, Uninterrupted.Token);
    }

    public async Task RelockAsync(SequenceId sequence)
    {
        var caller = await session.EnterAsync(Right.SeeWork);
        locks.Relock(caller.Company, sequence, SessionOf(caller), caller.Actor);
    }

    /// <summary>How it stands to this person; null when there is no such sequence.</summary>
    public async Task<SequenceStanding?> StandingAsync(SequenceId sequence, CancellationToken cancellation)
    {
        var caller = await session.EnterAsync(Right.SeeWork);
        return await locks.StandingAsync(caller.Company, sequence, SessionOf(caller), caller.Actor, cancellation);
    }

    public void Say(string words) => snackbar.Add(words, Severity.Success);

    public void Refuse(SequenceRefusal refusal) => Refuse(SequenceText.Refusal(refusal));

    /// <summary>Says what was refused, and why.</summary>
    public void Refuse(string words) => snackbar.Add(words, Severity.Error);

    /// <summary>How dialogs look that ask for one thing: narrow, and closed by Escape.</summary>
    public static DialogOptions Narrow { get; } = new() { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, CloseOnEscapeKey = true };

    private static Guid SessionOf(Caller caller) =>
        caller.Session ?? throw new InvalidOperationException("Only a person at a screen has a session.");
}
