using System.Reflection;
using System.Text.Json;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Core.Plans.Checks.Settings;

/// <summary>
/// <c>heavy-text</c>, <c>broken-text</c>, <c>unknown-field</c>, <c>not-json</c>: a text in a step (note, to-do, webhook body...) whose
/// merge fields and loops would take too much work, cannot be read, mean nothing, or do not become JSON where JSON is sent.
/// </summary>
internal sealed class TextWorkCheck : ICheck
{
    /// <summary>So many are told; the others are much the same.</summary>
    private const int Most = 10;

    public IEnumerable<Diagnostic> Look(Drawing drawing) =>
        drawing.Surroundings.JudgeText is not { } judge ? [] : Faults(drawing, judge).Take(Most);

    private static IEnumerable<Diagnostic> Faults(Drawing drawing, Func<string, TextPlace, TextFault?> judge)
    {
        foreach (var node in drawing.Nodes)
        {
            if (NodeKinds.Of(node.Kind).Step != StepKind.Action || node.Step is not { } step || !drawing.Steps.Catalog.Knows(step))
                continue;
            foreach (var setting in drawing.Steps.Catalog.Of(step).Settings)
                foreach (var text in TextsIn(setting.Property.GetValue(step)))
                    if (judge(text, PlaceOf(setting.Property)) is { } fault)
                        yield return new Diagnostic(
                            fault.Code, fault.IsError ? Severity.Error : Severity.Warning, node.Id, setting.JsonName,
                            $"“{setting.Label}”: {fault.Words}");
        }
    }

    private static TextPlace PlaceOf(PropertyInfo property) => property.GetCustomAttribute<FilledAttribute>()?.Place ?? TextPlace.Plain;

    private static IEnumerable<string> TextsIn(object? value) => value switch
    {
        string text => [text],
        JsonElement json => TextsIn(json),
        IEnumerable<KeyValuePair<string, JsonElement>> members => members.SelectMany(member => TextsIn(member.Value)),
        _ => [],
    };

    private static IEnumerable<string> TextsIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Values.AsText(value) is { } text ? [text] : [],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(TextsIn),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => TextsIn(member.Value)),
        _ => [],
    };
}
