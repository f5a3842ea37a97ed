using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Settings;

/// <summary>What the commands that change a node have in common.</summary>
internal static class Changing
{
    public static readonly DesignResult.Refused NotThere = new("This step no longer exists.");

    /// <summary>Puts the node in as a saved document will have it; its edges follow its ports.</summary>
    public static DesignResult Put(Draft draft, DesignContext c, Node changed, string title)
    {
        var (node, refusal) = Readable.Take(changed, c.Steps);
        if (node is null) return new DesignResult.Refused(refusal!);
        var before = draft.Document;
        if (Same(draft.Find(node.Id)!, node, c)) return new DesignResult.Done(before, title, [node.Id]);
        draft.Put(node);
        return new DesignResult.Done(draft.Document, title, [node.Id]);
    }

    private static bool Same(Node one, Node other, DesignContext c)
    {
        var json = new SequenceDocumentJson(c.Steps);
        return json.Write(new SequenceDocument { Nodes = [one] }) == json.Write(new SequenceDocument { Nodes = [other] });
    }
}
