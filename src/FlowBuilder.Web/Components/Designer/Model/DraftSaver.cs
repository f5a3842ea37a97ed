using System.Collections.Immutable;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Drafts;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Authoring.Merging;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Web.Components.Designer.Model;

/// <summary>
/// Stores the draft a moment after each edit, based on the revision it was read at. When somebody else was quicker, both works are put
/// together and stored; where both changed the same, nothing is stored before the person has chosen. Runs on the screen's thread.
/// </summary>
/// <param name="room">Whose document.</param>
/// <param name="store">Where it goes.</param>
/// <param name="rest">How long nothing must have been changed before it is stored.</param>
public sealed class DraftSaver(DesignRoom room, IDraftStore store, TimeSpan rest, TimeProvider clock) : IDisposable
{
    private const int MostTries = 5;
    private CancellationTokenSource? _pending;
    private bool _busy;

    public SaveState State { get; private set; } = SaveState.Saved;

    /// <summary>The revision the draft stands at in the database, as far as is known here.</summary>
    public int Revision { get; private set; }

    /// <summary>When it was stored last, on the system clock; null before the first time.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>Where both changed the same.</summary>
    public ImmutableArray<MergeConflict> Conflicts { get; private set; } = [];

    /// <summary>Why it could not be stored.</summary>
    public string? Fault { get; private set; }

    /// <summary>State, revision or conflicts have changed.</summary>
    public event Action? Changed;

    private SequenceDocument _stored = room.Document;
    private SavedDraft? _theirs;

    /// <summary>Begins with what was read.</summary>
    public void Begin(int revision) => Revision = revision;

    /// <summary>Something was edited: it is stored once it rests.</summary>
    public async Task NoteEditAsync()
    {
        if (State == SaveState.Conflict) return;
        Become(SaveState.Waiting);
        if (_pending is { } earlier) await earlier.CancelAsync();
        var mine = _pending = new CancellationTokenSource();
        try
        {
            await Task.Delay(rest, clock, mine.Token);
        }
        catch (OperationCanceledException)
        {
            // A newer edit waits in its place.
            return;
        }

        await SaveAsync();
    }

    /// <summary>Stores what is there now.</summary>
    /// <returns>Whether what is seen is stored.</returns>
    public async Task<bool> SaveAsync()
    {
        if (State == SaveState.Conflict) return false;
        if (_busy) return ReferenceEquals(_stored, room.Document);
        _busy = true;
        try
        {
            for (var tries = 0; tries < MostTries && !ReferenceEquals(_stored, room.Document); tries++)
            {
                Become(SaveState.Saving);
                var document = room.Document;
                switch (await store.SaveAsync(document, Revision))
                {
                    case SequenceAnswer<SavedSequence>.Done saved:
                        (_stored, Revision, SavedAt, Fault) = (document, saved.Value.Revision, clock.GetUtcNow(), null);
                        break;
                    case SequenceAnswer<SavedSequence>.Refused { Why: SequenceRefusal.Stale }:
                        if (await store.ReadAsync() is not { } theirs)
                            return Fail("The sequence was deleted in the meantime. Copy what you need before you leave.");
                        if (!TakeIn(theirs, null)) return false;
                        break;
                    case SequenceAnswer<SavedSequence>.Refused refused:
                        return Fail(SequenceText.Refusal(refused.Why));
                    case null:
                        return Fail("Your changes are not saved yet: unlock the sequence to save them.");
                }
            }
        }
        finally
        {
            _busy = false;
        }

        Become(ReferenceEquals(_stored, room.Document) ? SaveState.Saved : SaveState.Waiting);
        return State == SaveState.Saved;
    }

    /// <summary>Somebody may have stored the draft: takes it in if so.</summary>
    public async Task LookAsync()
    {
        if (_busy || State == SaveState.Conflict || await store.ReadNewerAsync(Revision) is not { } theirs || theirs.Revision <= Revision)
            return;
        if (TakeIn(theirs, null)) await SaveAsync();
    }

    /// <summary>The person has chosen whose change counts where both changed the same.</summary>
    public async Task DecideAsync(MergeSide side)
    {
        if (_theirs is not { } theirs) return;
        Become(SaveState.Waiting);
        TakeIn(theirs, side);
        await SaveAsync();
    }

    public void Dispose()
    {
        _pending?.Cancel();
        _pending?.Dispose();
    }

    /// <returns>False when a choice is due.</returns>
    private bool TakeIn(SavedDraft theirs, MergeSide? side)
    {
        var untouched = ReferenceEquals(_stored, room.Document);
        var merged = room.TakeIn(_stored, theirs.Document, theirs.By, side);
        if (merged.Document is null)
        {
            (Conflicts, _theirs) = (merged.Conflicts, theirs);
            Become(SaveState.Conflict);
            return false;
        }

        (Conflicts, _theirs, Revision) = ([], null, theirs.Revision);
        // With nothing of one's own, what is seen is what they stored.
        _stored = untouched ? room.Document : theirs.Document;
        Become(untouched ? SaveState.Saved : SaveState.Waiting);
        return true;
    }

    private bool Fail(string fault)
    {
        Fault = fault;
        Become(SaveState.Failed);
        return false;
    }

    private void Become(SaveState state)
    {
        State = state;
        Changed?.Invoke();
    }
}
