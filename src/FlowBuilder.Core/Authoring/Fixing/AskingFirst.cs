using System.Text.Json;
using FlowBuilder.Core.Authoring.Commands.Nodes;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Authoring.Fixing;

/// <summary>Puts an If before a step that claims a message was sent: only who got it comes by.</summary>
internal static class AskingFirst
{
    public static IEnumerable<DesignFix> Before(SequenceDocument document, StepJson steps, Node node, string message)
    {
        if (document.Edges.Where(edge => edge.To == node.Id).ToArray() is not [var edge]) yield break;
        var asked = JsonSerializer.SerializeToElement(new
        {
            type = "if", when = new { all = new[] { new { type = "message-state", step = message, state = "sent" } } }
        });
        if (steps.Read(asked, "", new FieldErrors()) is FlowStep step)
            yield return new DesignFix("Check first whether it was sent", new InsertOnEdge(new NodeContent(NodeKind.If, step), edge));
    }
}
