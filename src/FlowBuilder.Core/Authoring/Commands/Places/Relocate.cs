using FlowBuilder.Core.Authoring.Commands.Settings;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Authoring.Editing;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Authoring.Commands.Places;

/// <summary>
/// Takes a step out of the chain it stands in and puts it elsewhere, connected: what led to it leads to what followed it. Dragging a step
/// onto an edge, and moving it up and down in the outline. A step with several ways out cannot be moved so.
/// </summary>
/// <param name="Node">The step.</param>
/// <param name="Beside">The node it goes before or behind.</param>
/// <param name="Port">The port of that node it goes behind; null: before the node, all that led to it leading to the step.</param>
public sealed record Relocate(string Node, string Beside, string? Port = null) : DesignCommand
{
    public override DesignResult Do(SequenceDocument document, DesignContext c)
    {
        var draft = new Draft(document);
        if (draft.Find(Node) is not { } node || draft.Find(Beside) is not { } beside || node.Id == beside.Id) return Changing.NotThere;
        if (!NodeKinds.Of(node.Kind).TakesEdges)
            return new DesignResult.Refused(
                $"{Capitals.First(NodeKinds.Of(node.Kind).A)} always comes first; it cannot be moved after another step.");
        if (Ports.Of(node).Length > 1) return new DesignResult.Refused("This step has several branches. Move the steps around it instead.");
        if (Port is not null && draft.At(Beside, Port)?.To == Node) return new DesignResult.Done(document, "Moved a step", [Node]);
        string? wrong = null;
        var impossible = ConnectRules.Try(draft, c.Steps, () => wrong = Move(draft, node, beside));
        if ((wrong ?? impossible) is { } reason) return new DesignResult.Refused(reason);
        Settle(draft, c, node.Id);
        return new DesignResult.Done(draft.Document, $"Moved {NodePhrases.Quote(node, c.Names)}", [Node]);
    }

    private string? Move(Draft draft, Node node, Node beside)
    {
        var followed = draft.At(node.Id, Ports.Out);
        foreach (var edge in draft.To(node.Id).ToArray())
        {
            if (followed is not null
                && followed.To != node.Id
                && ConnectRules.Refusal(draft, edge.From, Ports.Of(edge), followed.To) is null)
                draft.Connect(edge.From, Ports.Of(edge), followed.To);
            else draft.Disconnect(edge);
        }

        if (followed is not null) draft.Disconnect(followed);
        var leads = Port is null ? draft.To(beside.Id).Select(edge => (edge.From, Port: Ports.Of(edge))).ToArray() : [(beside.Id, Port)];
        var next = Port is null ? beside.Id : draft.At(beside.Id, Port)?.To;
        if (leads.Length == 0) return "Nothing leads to that place.";
        foreach (var (from, port) in leads)
        {
            if (ConnectRules.Refusal(draft, from, port, node.Id) is { } wrong) return wrong;
            draft.Connect(from, port, node.Id);
        }

        if (next is null) return null;
        if (ConnectRules.Refusal(draft, node.Id, Ports.Out, next) is { } cannot) return cannot;
        draft.Connect(node.Id, Ports.Out, next);
        return null;
    }

    private static void Settle(Draft draft, DesignContext c, string id)
    {
        var edge = draft.To(id).First();
        var (from, node) = (draft.Find(edge.From)!, draft.Find(id)!);
        draft.Place(id, node.At with { Y = -1e9 });
        var place = draft.At(id, Ports.Out) is { } behind && draft.Find(behind.To) is { } next
            ? Placing.Between(draft, from, Ports.Of(edge), next, c.Layout)
            : Placing.Under(draft, from, Ports.Of(edge), c.Layout);
        draft.Place(id, place);
    }
}
