using FlowBuilder.Core.Authoring.Commands.Settings;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Nodes;

/// <summary>Puts a new node before another: all that led there leads to the new one, whose first
/// way leads on. Before a step that nothing leads to it becomes the beginning.</summary>
/// <param name="What">The new node.</param>
/// <param name="Before">The node it stands before.</param>
public sealed record AddBefore(NodeContent What, string Before) : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        if (Refusal(draft, What, Before) is { } wrong) return new DesignResult.Refused(wrong);
        var (node, refusal) = Adding.New(draft, c, What, default);
        if (node is null) return new DesignResult.Refused(refusal!);
        var impossible = ConnectRules.Try(draft, c.Steps, () =>
        {
            var next = draft.Find(Before)!;
            var into = draft.To(Before).ToArray();
            var place = into is [var first, ..]
                ? Placing.Between(draft, draft.Find(first.From)!, Ports.Of(first), next, c.Layout)
                : Placing.Free(draft, next.At with { Y = next.At.Y - c.Layout.Row }, c.Layout);
            draft.Add(node);
            draft.Place(node.Id, place);
            foreach (var edge in into) draft.Connect(edge.From, Ports.Of(edge), node.Id);
            draft.Connect(node.Id, Ports.Of(node)[0], Before);
        });
        return impossible is null ? Adding.Done(draft, c, node) : new DesignResult.Refused(impossible);
    }

    /// <summary>Why it cannot stand there, by kinds and ports; null when it can.</summary>
    internal static string? Refusal(Draft draft, NodeContent what, string before)
    {
        if (draft.Find(before) is not { } next) return Changing.NotThere.Because;
        var node = what.At("new", default);
        if (Ports.Of(node).Length == 0) return "Nothing can follow this step, so it cannot go before another step.";
        var wrong = draft.To(before)
            .Select(edge => ConnectRules.Refusal(draft.Find(edge.From)!, node))
            .FirstOrDefault(reason => reason is not null);
        return wrong ?? ConnectRules.Refusal(node, next);
    }
}
