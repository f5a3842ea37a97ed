using FlowBuilder.Core.Authoring.Palettes;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Web.Designer;

/// <summary>What a palette entry is called while it is dragged, and how its colour is found.</summary>
internal static class PaletteKinds
{
    public static string Of(PaletteEntry entry) => entry.Type is null ? entry.Kind.ToString() : $"{entry.Kind}:{entry.Type}";

    /// <summary>As in <c>data-kind</c>: <c>stopWhen</c>.</summary>
    public static string CssOf(NodeKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];
}
