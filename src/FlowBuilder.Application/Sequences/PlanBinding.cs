using System.Text.Json.Nodes;
using FlowBuilder.Core.Model.Companies;

namespace FlowBuilder.Application.Sequences;

/// <summary>
/// Puts a company's own ids and keys into a stored plan in place of the tokens an imported document brought. The plan's hash stays
/// the one over the tokens: the same document has the same hash everywhere.
/// </summary>
public static class PlanBinding
{
    /// <summary>Settings that name templates, sequences and people; a tag or text that happens to be spelled alike is left alone.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "template", "sequence", "to", "assignee", "user", "roundRobin"
    };

    /// <summary>The stored plan with every bound token replaced.</summary>
    public static string Apply(string plan, IReadOnlyDictionary<string, string> bindings)
    {
        if (bindings.Count == 0) return plan;
        var root = JsonNode.Parse(plan)!;
        var open = new Stack<JsonNode>([root]);
        while (open.TryPop(out var node))
            if (node is JsonObject members)
                foreach (var (name, value) in members.ToArray())
                {
                    if (Names.Contains(name)) members[name] = Bound(value, bindings);
                    else if (value is JsonObject or JsonArray) open.Push(value);
                }
            else if (node is JsonArray items)
                foreach (var item in items)
                    if (item is not null) open.Push(item);
        return root.ToJsonString();
    }

    private static JsonNode? Bound(JsonNode? value, IReadOnlyDictionary<string, string> bindings) => value switch
    {
        JsonArray items => new JsonArray([.. items.Select(item => Bound(item, bindings))]),
        JsonValue text when text.TryGetValue<string>(out var token) && bindings.TryGetValue(token, out var own) => own,
        JsonValue text when text.TryGetValue<string>(out var token)
            && bindings.TryGetValue(new Recipient.User(token).ToString(), out var bound)
            && Recipient.Parse(bound) is Recipient.User person =>
            person.Id,
        _ => value?.DeepClone(),
    };
}
