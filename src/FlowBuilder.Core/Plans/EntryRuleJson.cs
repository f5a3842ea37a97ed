using System.Collections.Immutable;
using System.Text.Json;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Plans;

/// <summary>Entry rules as JSON. They are at most as deep as the compiler allows, so recursion is safe.</summary>
internal static class EntryRuleJson
{
    public static void Write(
        Utf8JsonWriter writer, EntryRule rule, StepJson steps, Func<ImmutableArray<EntryRule>, IEnumerable<EntryRule>> order, bool full)
    {
        writer.WriteStartObject();
        writer.WriteString("node", rule.Node);
        switch (rule)
        {
            case EntryRule.Fires fires:
                writer.WritePropertyName("trigger");
                steps.Write(writer, fires.Trigger, full);
                break;
            case EntryRule.All all:
                Inputs("all", all.Inputs, all.When);
                break;
            case EntryRule.Any any:
                Inputs("any", any.Inputs, any.When);
                break;
        }

        writer.WriteEndObject();

        void Inputs(string name, ImmutableArray<EntryRule> inputs, ConditionGroup? when)
        {
            writer.WriteStartArray(name);
            foreach (var input in order(inputs)) Write(writer, input, steps, order, full);
            writer.WriteEndArray();
            if (when is null) return;
            writer.WritePropertyName("when");
            steps.Write(writer, when, full);
        }
    }

    public static EntryRule? Read(JsonElement element, string path, StepJson steps, FieldErrors errors)
    {
        if (ObjectReader.Of(element, path, errors) is not { } reader || reader.Text("node", 200, required: true) is not { } node)
            return null;
        if (reader.TryGet("trigger", out var trigger))
            return steps.Read(trigger, reader.Field("trigger"), errors) is TriggerStep step ? new EntryRule.Fires(node, step) : null;
        var when = reader.TryGet("when", out var conditions) ? steps.ReadGroup(conditions, reader.Field("when"), errors) : null;
        var kind = reader.TryGet("all", out _) ? "all" : "any";
        var inputs = reader.List(kind).Select(input => Read(input.Item, input.Path, steps, errors)).OfType<EntryRule>().ToImmutableArray();
        return kind == "all" ? new EntryRule.All(node, inputs, when) : new EntryRule.Any(node, inputs, when);
    }
}
