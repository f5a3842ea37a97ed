using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Authoring.Palettes;

/// <summary>Something that can be put into a drawing.</summary>
/// <param name="Kind">The kind of node it becomes.</param>
/// <param name="Type">The step's id, or null for nodes that hold conditions or text.</param>
/// <param name="Title">As shown: “Email the customer”, “Stop When”.</param>
/// <param name="Icon">Name of an icon in the product's set.</param>
/// <param name="Group">Heading it stands under.</param>
/// <param name="Content">What the new node holds.</param>
public sealed record PaletteEntry(NodeKind Kind, string? Type, string Title, string Icon, string Group, NodeContent Content);
