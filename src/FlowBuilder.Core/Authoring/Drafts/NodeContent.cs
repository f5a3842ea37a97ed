using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Authoring.Drafts;

/// <summary>What a node is, before it has an id and a place: what is taken from the palette, or copied.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Step">The trigger, action, wait or flow step; null while not chosen.</param>
/// <param name="When">The conditions of an AND, OR or Stop When.</param>
/// <param name="Text">The text of a note.</param>
public sealed record NodeContent(NodeKind Kind, Step? Step = null, ConditionGroup? When = null, string? Text = null)
{
    internal Node At(string id, Position at) => new() { Id = id, Kind = Kind, Step = Step, When = When, Text = Text, At = at };

    internal static NodeContent Of(Node node) => new(node.Kind, node.Step, node.When, node.Text);
}
