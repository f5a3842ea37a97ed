using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Layout;
using FlowBuilder.Core.Authoring.Merging;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Authoring.Editing;

/// <summary>
/// One person's work on one draft: the document as it is now and what was done to it. Documents never change, so whoever holds one may
/// keep it. Not for several threads at once.
/// </summary>
public sealed class DesignSession
{
    private readonly DesignContext _context;

    /// <summary>Begins with a document. One from elsewhere is made a legal draft first: ids that
    /// cannot name a node or stand twice are replaced, edges that lead nowhere go.</summary>
    /// <param name="document">The draft.</param>
    /// <param name="steps">The catalogue and its JSON.</param>
    /// <param name="salt">Sets ids of new nodes apart from those of other sessions; see <see cref="NodeIds"/>.</param>
    /// <param name="names">What the marketer calls templates, sequences and people.</param>
    /// <param name="layout">Sizes and gaps; the product's own when left out.</param>
    public DesignSession(SequenceDocument document, StepJson steps, string salt = "", Names? names = null, LayoutOptions? layout = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(steps);
        _context = new DesignContext(steps, new NodeIds(salt), names ?? Names.Unknown, layout ?? LayoutOptions.Standard);
        Document = Mending.Of(document, _context.Ids);
    }

    /// <summary>The draft as it is now.</summary>
    public SequenceDocument Document { get; private set; }

    /// <summary>Grows with every change, undone and redone ones too.</summary>
    public long Revision { get; private set; }

    /// <summary>What can be undone and done again.</summary>
    public History History { get; } = new();

    /// <summary>Does an edit.</summary>
    /// <param name="command">The edit.</param>
    /// <param name="gesture">Names what goes on over several commands (typing in one field, an arrow
    /// key held down): those that follow each other with the same subject are one undo.</param>
    public DesignResult Run(DesignCommand command, string? gesture = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        var result = command.Do(Document, _context);
        if (result is not DesignResult.Done done || ReferenceEquals(done.Document, Document)) return result;
        var goesOn = gesture is not null && command.Subject is { } subject ? (gesture, subject) : default((string, string)?);
        History.Add(new HistoryEntry(done.Title, Document, done.Document, done.Nodes) { GoesOn = goesOn });
        Document = done.Document;
        Revision++;
        return done;
    }

    /// <summary>The gesture has ended (the field was left, the key let go): what follows is an undo of its own.</summary>
    public void EndGesture() => History.EndGesture();

    /// <summary>Undoes the last edit. What others have changed since stays; where they changed the
    /// very same it is refused, and says so.</summary>
    public DesignResult Undo() =>
        History.Done is [.., var entry]
            ? Go(entry, entry.After, entry.Before, History.Undo)
            : new DesignResult.Refused("There is nothing to undo.");

    /// <summary>Does again what was undone last.</summary>
    public DesignResult Redo() =>
        History.Undone is [.., var entry]
            ? Go(entry, entry.Before, entry.After, History.Redo)
            : new DesignResult.Refused("There is nothing to redo.");

    /// <summary>
    /// Takes in what somebody else saved meanwhile. Edits to different things are both kept, and everything done here can still be undone.
    /// Where both changed the same, nothing changes and the conflicts are answered; with
    /// <paramref name="decide"/> they are decided for one side.
    /// </summary>
    /// <param name="from">The document both began with: what was last known to be saved.</param>
    /// <param name="theirs">What is saved now.</param>
    /// <param name="who">Who saved it.</param>
    /// <param name="decide">Whose change counts where both changed the same; null: ask.</param>
    public MergeResult TakeIn(SequenceDocument from, SequenceDocument theirs, string? who = null, MergeSide? decide = null)
    {
        ArgumentNullException.ThrowIfNull(theirs);
        var merged = DesignMerge.Of(from, Document, theirs, _context.Steps, who, _context.Names, decide);
        if (merged.Document is not { } document) return merged;
        _context.Ids.Learn(theirs);
        if (ReferenceEquals(document, Document)) return merged;
        Document = document;
        Revision++;
        return merged;
    }

    private DesignResult Go(HistoryEntry entry, SequenceDocument from, SequenceDocument to, Action note)
    {
        var document = to;
        if (!ReferenceEquals(Document, from))
        {
            var merged = DesignMerge.Of(from, to, Document, _context.Steps, null, _context.Names);
            if (merged.Document is null)
                return new DesignResult.Refused($"“{entry.Title}” cannot be undone or redone: {merged.Conflicts[0].Sentence}");
            document = merged.Document;
        }

        note();
        Document = document;
        Revision++;
        return new DesignResult.Done(document, entry.Title, [.. entry.Nodes.Where(id => document.Nodes.Any(node => node.Id == id))]);
    }
}
