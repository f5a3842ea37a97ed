using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Edges;

/// <summary>Leads a port to a node. A port that is in use is led there instead of to where it led: one edge leaves each port.</summary>
public sealed record Connect(string From, string Port, string To) : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        if (ConnectRules.Refusal(draft, From, Port, To) is { } wrong) return new DesignResult.Refused(wrong);
        if (ConnectRules.Try(draft, c.Steps, () => draft.Connect(From, Port, To)) is { } impossible)
            return new DesignResult.Refused(impossible);
        return new DesignResult.Done(
            draft.Document, $"Connected {NodePhrases.Quote(draft.Find(From)!, c.Names)} with {NodePhrases.Quote(draft.Find(To)!, c.Names)}",
            [From, To]);
    }
}
