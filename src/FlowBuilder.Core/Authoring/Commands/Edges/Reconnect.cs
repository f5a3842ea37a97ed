using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Commands.Edges;

/// <summary>Takes an edge by one of its ends and puts that end elsewhere: another port it leaves by, or another node it leads to.</summary>
public sealed record Reconnect(Edge Edge, string From, string Port, string To) : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        if (!document.Edges.Contains(Edge)) return new DesignResult.Refused("This connection no longer exists.");
        var draft = new Draft(document);
        if (Edge.From == From && Ports.Of(Edge) == Port && Edge.To == To)
            return new DesignResult.Done(document, "Moved a connection", [From, To]);
        if (Edge.From != From || Ports.Of(Edge) != Port) draft.Disconnect(Edge);
        if (ConnectRules.Refusal(draft, From, Port, To) is { } wrong) return new DesignResult.Refused(wrong);
        // Judged against the whole document: moving the edge away may itself make a moment impossible.
        draft = new Draft(document);
        var impossible = ConnectRules.Try(draft, c.Steps, () =>
        {
            if (Edge.From != From || Ports.Of(Edge) != Port) draft.Disconnect(Edge);
            draft.Connect(From, Port, To);
        });
        return impossible is null
            ? new DesignResult.Done(
                draft.Document,
                $"Moved the connection from {NodePhrases.Quote(draft.Find(From)!, c.Names)} to "
                    + $"{NodePhrases.Quote(draft.Find(To)!, c.Names)}",
                [From, To])
            : new DesignResult.Refused(impossible);
    }
}
