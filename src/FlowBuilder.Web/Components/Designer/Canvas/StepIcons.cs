using System.Collections.Frozen;
using System.Reflection;
using MudBlazor;

namespace FlowBuilder.Web.Components.Designer.Canvas;

/// <summary>Icons by the names that steps give (Material, lower case with underscores), as SVG.</summary>
internal static class StepIcons
{
    private static readonly FrozenDictionary<string, string> All = typeof(Icons.Material.Outlined)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(string)).GroupBy(field => field.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => (string)group.First().GetValue(null)!, StringComparer.OrdinalIgnoreCase);

    /// <summary>The icon; a plain circle when there is none of that name.</summary>
    public static string Of(string name) => Find(name) ?? Icons.Material.Outlined.Circle;

    public static string? Find(string name) =>
        All.GetValueOrDefault(name.Replace("_", "", StringComparison.Ordinal))
        ?? All.GetValueOrDefault("_" + name.Replace("_", "", StringComparison.Ordinal));
}
