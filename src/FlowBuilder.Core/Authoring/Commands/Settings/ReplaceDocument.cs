using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Settings;

/// <summary>Replaces everything by another document: an import, an older version restored, a
/// template. It is made a legal draft as when a session begins.</summary>
/// <param name="With">The other document.</param>
/// <param name="What">What was done, for the history: “Restored version 3”.</param>
public sealed record ReplaceDocument(SequenceDocument With, string What) : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        if (!With.Nodes.IsDefault && With.Nodes.Length >= DocumentLimits.Nodes)
            return new DesignResult.Refused(
                $"It has {With.Nodes.Length:N0} steps; a sequence must have fewer than {DocumentLimits.Nodes:N0}.");
        var mended = Mending.Of(With, c.Ids);
        var json = new SequenceDocumentJson(c.Steps);
        return json.Write(mended) == json.Write(document)
            ? new DesignResult.Done(document, What, [])
            : new DesignResult.Done(mended, What, []);
    }
}
