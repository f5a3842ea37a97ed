using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Web.Components.Designer.Canvas;

/// <summary>The list of what can stand at a place of the drawing.</summary>
/// <param name="Choices">What can, and what cannot and why.</param>
/// <param name="X">Left edge over the canvas, in pixels.</param>
/// <param name="Y">Top edge.</param>
/// <param name="At">Where the new node goes.</param>
/// <param name="Edge">The edge it goes on; null: behind a port.</param>
/// <param name="From">The node it goes behind.</param>
/// <param name="Port">The port it goes behind.</param>
internal sealed record OpenMenu(
    IReadOnlyList<PaletteChoice> Choices, double X, double Y, Position At, Edge? Edge = null, string? From = null, string? Port = null);
