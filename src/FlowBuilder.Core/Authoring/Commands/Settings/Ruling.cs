using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Settings;

/// <summary>What the commands that change the sequence itself have in common.</summary>
internal static class Ruling
{
    /// <summary>Takes over title, description and settings as a saved document will have them.</summary>
    public static DesignResult Put(SequenceDocument before, SequenceDocument after, DesignContext c, string title)
    {
        var (document, refusal) = Readable.TakeRules(after, c.Steps);
        if (document is null) return new DesignResult.Refused(refusal!);
        var json = new SequenceDocumentJson(c.Steps);
        return json.Write(Bare(document)) == json.Write(Bare(before))
            ? new DesignResult.Done(before, title, [])
            : new DesignResult.Done(document, title, []);
    }

    private static SequenceDocument Bare(SequenceDocument document) => document with { Nodes = [], Edges = [] };
}
