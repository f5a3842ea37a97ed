using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Nodes;

/// <summary>What the commands that add a node have in common.</summary>
internal static class Adding
{
    /// <summary>A new node as the document will have it, not yet in the draft; or why not.</summary>
    public static (Node? Node, string? Refusal) New(Draft draft, DesignContext c, NodeContent what, Position at)
    {
        if (Full(draft, 1) is { } full) return (null, full);
        var (node, refusal) = Readable.Take(what.At("new", default), c.Steps);
        return (node is null ? null : node with { Id = c.Ids.Next(node.Kind), At = at }, refusal);
    }

    /// <summary>Why so many more nodes are too many; null when they are not.</summary>
    public static string? Full(Draft draft, int more) =>
        draft.Nodes.Count + more < DocumentLimits.Nodes
            ? null
            : $"A sequence must have fewer than {DocumentLimits.Nodes:N0} steps. Split it into several sequences.";

    /// <summary>Puts a new node behind a port. What followed the port follows the new node, by its first way.</summary>
    public static DesignResult Behind(SequenceDocument document, DesignContext c, NodeContent what, string from, string port, Position? at)
    {
        var draft = new Draft(document);
        if (ConnectRules.RefusalBehind(document, c.Steps, from, port, what) is { } wrong) return new DesignResult.Refused(wrong);
        var source = draft.Find(from)!;
        var next = draft.At(from, port) is { } edge ? draft.Find(edge.To) : null;
        var (node, refusal) = New(draft, c, what, default);
        if (node is null) return new DesignResult.Refused(refusal!);
        var impossible = ConnectRules.Try(draft, c.Steps, () =>
        {
            var place = at
                ?? (next is null ? Placing.Under(draft, source, port, c.Layout) : Placing.Between(draft, source, port, next, c.Layout));
            draft.Add(node);
            draft.Place(node.Id, place);
            draft.Connect(from, port, node.Id);
            if (next is not null && Ports.Of(node) is [var first, ..]) draft.Connect(node.Id, first, next.Id);
        });
        return impossible is null ? Done(draft, c, node) : new DesignResult.Refused(impossible);
    }

    public static DesignResult Done(Draft draft, DesignContext c, Node node)
    {
        draft.Place(node.Id, node.At == default ? draft.Find(node.Id)!.At : node.At);
        return new DesignResult.Done(
            draft.Document, node.Kind == NodeKind.Note ? "Added a note" : $"Added {NodePhrases.Quote(node, c.Names)}", [node.Id]);
    }
}
