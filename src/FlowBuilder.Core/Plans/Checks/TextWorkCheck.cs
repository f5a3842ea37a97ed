using System.Text.Json;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Core.Plans.Checks;

/// <summary><c>heavy-text</c>: a text in a step (note, to-do, webhook body...) whose merge fields and loops would take too much work.</summary>
internal sealed class TextWorkCheck : ICheck
{
    /// <summary>So many are told; the others are much the same.</summary>
    private const int Most = 10;

    public IEnumerable<Diagnostic> Look(Drawing drawing) => drawing.Surroundings.JudgeText is not { } judge ? [] : Heavy(drawing, judge).Take(Most);

    private static IEnumerable<Diagnostic> Heavy(Drawing drawing, Func<string, string?> judge)
    {
        foreach (var node in drawing.Nodes)
        {
            if (node.Kind is not (NodeKind.Action or NodeKind.StopAction) || node.Step is not { } step || !drawing.Steps.Catalog.Knows(step)) continue;
            foreach (var setting in drawing.Steps.Catalog.Of(step).Settings)
                foreach (var text in TextsIn(setting.Property.GetValue(step)))
                    if (judge(text) is { } because)
                        yield return new Diagnostic("heavy-text", Severity.Error, node.Id, setting.JsonName, $"“{setting.Label}”: {because}");
        }
    }

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
