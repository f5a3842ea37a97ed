using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Settings;

/// <summary>
/// Makes a node another kind of thing: another trigger, another action, or a wait instead of an action. Settings that both have are
/// kept; edges stay where they fit and the first way out takes over what has lost its own. Refused
/// where the neighbours would not go with it.
/// </summary>
/// <param name="Node">The node; it keeps its id.</param>
/// <param name="Kind">The kind it becomes.</param>
/// <param name="Type">The step's id; null for kinds that hold conditions or text.</param>
public sealed record Retype(string Node, NodeKind Kind, string? Type = null) : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        if (draft.Find(Node) is not { } node) return Changing.NotThere;
        if (FreshSteps.Of(c.Steps, Kind, Type) is not { } content) return new DesignResult.Refused("That step does not exist.");
        var type = content.Step is { } fresh ? c.Steps.Catalog.Of(fresh) : null;
        var (changed, refusal) = Readable.Take(new Node
        {
            Id = node.Id,
            Kind = Kind,
            At = node.At,
            Step = type is null ? null : FreshSteps.Instead(c.Steps, type, node.Step),
            When = NodeKinds.Of(Kind).HasConditions ? node.When : null,
            Text = NodeKinds.Of(Kind).HasText ? node.Text : null,
        }, c.Steps);
        if (changed is null) return new DesignResult.Refused(refusal!);
        if (Wrong(draft, changed) is { } wrong) return new DesignResult.Refused(wrong);
        draft.Put(changed);
        return new DesignResult.Done(
            draft.Document, $"Changed {NodePhrases.Quote(node, c.Names)} to {NodePhrases.Quote(changed, c.Names)}", [node.Id]);
    }

    private static string? Wrong(Draft draft, Node changed) =>
        draft.To(changed.Id).Select(edge => ConnectRules.Refusal(draft.Find(edge.From)!, changed))
            .Concat(draft.From(changed.Id).Select(edge => ConnectRules.Refusal(changed, draft.Find(edge.To)!)))
            .FirstOrDefault(reason => reason is not null);
}
