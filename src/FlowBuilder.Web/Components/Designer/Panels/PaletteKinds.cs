using FlowBuilder.Core.Authoring.Palettes;

namespace FlowBuilder.Web.Components.Designer.Panels;

/// <summary>What a palette entry is called while it is dragged.</summary>
internal static class PaletteKinds
{
    public static string Of(PaletteEntry entry) => entry.Type is null ? entry.Kind.ToString() : $"{entry.Kind}:{entry.Type}";
}
