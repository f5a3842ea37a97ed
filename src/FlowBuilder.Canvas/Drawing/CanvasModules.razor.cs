using Microsoft.AspNetCore.Components;

namespace FlowBuilder.Canvas.Drawing;

/// <summary>Names the script's modules to the browser as soon as there is a canvas, under the
/// addresses that the import map gives them.</summary>
public sealed partial class CanvasModules : ComponentBase
{
    /// <summary>Where the modules lie; below it stands what the compiler of TypeScript emitted.</summary>
    internal const string Folder = "_content/FlowBuilder.Canvas/js/";

    private IReadOnlyList<string> _modules = [];

    /// <inheritdoc />
    protected override void OnInitialized() => _modules =
        [.. from asset in Assets
            let label = LabelOf(asset)
            let name = label ?? asset.Url
            where name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".js", StringComparison.Ordinal)
            group (asset.Url, HasLabel: label is not null) by name into one
            orderby one.Key
            select one.MaxBy(asset => asset.HasLabel).Url];

    /// <summary>The name an asset has in the sources, when its address carries a fingerprint.</summary>
    private static string? LabelOf(ResourceAsset asset) => asset.Properties?.FirstOrDefault(property => property.Name == "label")?.Value;
}
