using System.Collections.Immutable;
using FlowBuilder.Application.Sequences;
using FlowBuilder.Application.Sequences.Drafts;
using FlowBuilder.Application.Templates;
using FlowBuilder.Canvas;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Authoring.Fixing;
using FlowBuilder.Core.Authoring.Merging;
using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Plans.Sentences;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Web.Components.Designer.Canvas;
using FlowBuilder.Web.Components.Designer.TestRuns;

namespace FlowBuilder.Web.Components.Designer.Model;

/// <summary>
/// One person's work on one draft, as the designer's panels see it: the session with its history, what the compiler understood, what is
/// selected, and what the canvas draws. Everything that is shown follows from the document; whoever changes it says so once.
/// </summary>
public sealed class DesignRoom
{
    private readonly PlanCompiler _compiler;
    private readonly TimeProvider _clock;
    private readonly IInlineTexts _texts;
    private IReadOnlyDictionary<string, string>? _tones;
    private IReadOnlySet<Edge>? _lit;
    private SequenceDocument? _looked;
    private (SequenceDocument? Of, IReadOnlyDictionary<string, Node> ById) _nodes = (null, new Dictionary<string, Node>());

    public DesignRoom(
        SequenceDocument document, StepJson steps, PlanCompiler compiler, CompanyDirectory directory, CompanyVocabulary surroundings,
        TimeProvider clock, IInlineTexts texts, string salt)
    {
        (Steps, _compiler, Directory, _clock, _texts) = (steps, compiler, directory, clock, texts);
        Surroundings = surroundings;
        Palette = Palette.Of(steps);
        Names = new NodeNames(directory, id => Find(id)?.Step);
        Session = new DesignSession(document, steps, salt, Names);
        Look();
    }

    public StepJson Steps { get; }

    public CompanyDirectory Directory { get; }

    /// <summary>What the company calls things, and what the steps of this draft do.</summary>
    public Names Names { get; }

    public CompanyVocabulary Surroundings { get; private set; }

    public Palette Palette { get; }

    public DesignSession Session { get; }

    public SequenceDocument Document => Session.Document;

    public Compilation Compilation { get; private set; } = default!;

    /// <summary>What the compiler understood; empty while it could not.</summary>
    public ImmutableArray<Sentence> Sentences { get; private set; } = [];

    public IReadOnlyList<StepCard> Cards { get; private set; } = [];

    public IReadOnlyList<CanvasEdge> Lines { get; private set; } = [];

    /// <summary>Nodes that are selected.</summary>
    public ImmutableArray<string> Selected { get; private set; } = [];

    /// <summary>The one node that is selected; null when none is, or several.</summary>
    public Node? Chosen => Selected is [var id] ? Find(id) : null;

    public int Errors => Compilation.Diagnostics.Count(finding => finding.Severity == Severity.Error);

    public int Warnings => Compilation.Diagnostics.Length - Errors;

    /// <summary>On whom the draft is tried.</summary>
    public Trial Trial { get; } = new();

    /// <summary>The document was changed.</summary>
    public event Action? Edited;

    /// <summary>Something that is shown has changed, the selection included.</summary>
    public event Action? Changed;

    public Node? Find(string id)
    {
        if (!ReferenceEquals(_nodes.Of, Document))
            _nodes = (Document, Document.Nodes.DistinctBy(node => node.Id).ToDictionary(node => node.Id, StringComparer.Ordinal));
        return _nodes.ById.GetValueOrDefault(id);
    }

    /// <summary>What is said at a step. A tag's spelling is spoken of where it is typed.</summary>
    public IReadOnlyList<Diagnostic> FindingsOf(string node) =>
        [.. Compilation.Diagnostics.Where(finding => finding.Node == node && finding.Code != "near-duplicate-tag")];

    /// <summary>What mends a finding, where that is certain.</summary>
    public ImmutableArray<DesignFix> FixesOf(Diagnostic finding) => Fixes.Of(Document, finding, Steps, Names);

    /// <summary>Does an edit; what it was about is selected.</summary>
    /// <returns>Why not; null when it was done.</returns>
    public string? Run(DesignCommand command, string? gesture = null) => Take(Session.Run(command, gesture), select: gesture is null);

    public string? Undo() => Take(Session.Undo(), select: true);

    public string? Redo() => Take(Session.Redo(), select: true);

    public void Select(IEnumerable<string> nodes)
    {
        Selected = [.. nodes];
        Changed?.Invoke();
    }

    /// <summary>Takes in what somebody else saved.</summary>
    public MergeResult TakeIn(SequenceDocument from, SequenceDocument theirs, string? who, MergeSide? decide = null)
    {
        var before = Document;
        var merged = Session.TakeIn(from, theirs, who, decide);
        if (!ReferenceEquals(before, Document)) Look();
        Changed?.Invoke();
        return merged;
    }

    /// <summary>Lets some nodes and edges stand out, and the rest step back; null: all alike.</summary>
    public void Light(IReadOnlyDictionary<string, string>? tones, IReadOnlySet<Edge>? lit)
    {
        (_tones, _lit) = (tones, lit);
        Draw();
        Changed?.Invoke();
    }

    private string? Take(DesignResult result, bool select)
    {
        if (result is DesignResult.Refused refused) return refused.Because;
        var done = (DesignResult.Done)result;
        if (select) Selected = done.Nodes.IsDefault ? [] : done.Nodes;
        Look();
        Edited?.Invoke();
        Changed?.Invoke();
        return null;
    }

    /// <summary>What the compiler makes of a drawing among what this company has.</summary>
    public Compilation Compile(SequenceDocument document) =>
        _compiler.Compile(document, Directory.Surroundings(_clock.GetUtcNow(), _texts) with { Tags = Surroundings.Tags });

    private void Look()
    {
        var isMoved = _looked?.IsSameButForPlaces(Document) == true;
        _looked = Document;
        if (!isMoved) Understand();
        Draw();
    }

    /// <summary>Everything that follows from what the drawing says; not from where it stands.</summary>
    private void Understand()
    {
        Compilation = Compile(Document);
        Sentences = Compilation.Plan is { } plan ? [.. SentenceView.Of(plan, Names)] : [];
        Selected = [.. Selected.Where(id => Find(id) is not null)];
        Surroundings = Surroundings with
        {
            MessageSteps = [.. Document.Nodes
                .Where(node => node.Step is Core.Steps.MessageStep)
                .Select(node => new Choice(node.Id, node.Step!.Sentence(Names)))]
        };
    }

    private void Draw()
    {
        Cards = SequenceCanvas.Nodes(Document, Steps.Catalog, Names, Compilation.Diagnostics, _tones);
        Lines = SequenceCanvas.Edges(Document, _lit);
    }
}
