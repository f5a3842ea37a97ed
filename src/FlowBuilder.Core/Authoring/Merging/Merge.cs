using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Authoring.Merging;

/// <summary>A merge in the making: the three documents, and the conflicts found so far.</summary>
internal sealed class Merge(
    SequenceDocument from, SequenceDocument mine, SequenceDocument theirs, StepJson steps, string who, Names names, MergeSide? decide)
{
    public SequenceDocument From { get; } = from;

    public SequenceDocument Mine { get; } = mine;

    public SequenceDocument Theirs { get; } = theirs;

    public StepJson Steps { get; } = steps;

    public string Who { get; } = who;

    public Names Names { get; } = names;

    public List<MergeConflict> Conflicts { get; } = [];

    private readonly Lazy<Dictionary<string, Node>> _nodes = new(() =>
    {
        var nodes = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var node in from.Nodes.Concat(mine.Nodes).Concat(theirs.Nodes)) nodes.TryAdd(node.Id, node);
        return nodes;
    });

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Nodes that one deleted and the other kept by decision: what led to and from them is decided the same way.</summary>
    public HashSet<string> Kept { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether mine counts where both changed the same.</summary>
    public bool IsMine => decide != MergeSide.Theirs;

    /// <summary>A node of any of the three, as the oldest that has it does.</summary>
    public Node? Find(string id) => _nodes.Value.GetValueOrDefault(id);

    /// <summary>Whether a conflict about a node has been noted.</summary>
    public bool IsTold(string node) => _told.Contains(node);

    /// <summary>Notes a conflict and answers with the side that counts.</summary>
    public T Conflict<T>(string? node, T mine, T theirs, string sentence)
    {
        Conflicts.Add(new MergeConflict(node, sentence));
        if (node is not null) _told.Add(node);
        return IsMine ? mine : theirs;
    }

    /// <summary>The value that was changed by one side only, or by both to the same. False: both changed it.</summary>
    public static bool TryPick<T>(T from, T mine, T theirs, Func<T, T, bool> same, out T picked)
    {
        picked = same(from, theirs) || same(mine, theirs) ? mine : theirs;
        return same(from, theirs) || same(mine, theirs) || same(from, mine);
    }
}
