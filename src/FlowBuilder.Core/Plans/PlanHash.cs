using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Plans;

/// <summary>
/// SHA-256 over everything that decides behaviour: rules, steps, exits, stops in their order, settings without labels and owner. Settings
/// that have their default value are left out, so a setting added to a step later changes no hash.
/// </summary>
internal static class PlanHash
{
    public static string Of(Plan plan, StepJson steps)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, StepJson.WriterOptions)) Write(writer, plan, steps);
        using var document = JsonDocument.Parse(stream.ToArray(), new JsonDocumentOptions { MaxDepth = StepJson.WriterOptions.MaxDepth });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Of(document.RootElement))));
    }

    private static void Write(Utf8JsonWriter writer, Plan plan, StepJson steps)
    {
        string? Node(int step) => step == PlanStep.End ? null : plan.Steps[step].Node;
        writer.WriteStartObject();
        writer.WriteNumber("hashing", 1);
        writer.WritePropertyName("settings");
        SettingsJson.Write(writer, plan.Settings with { Labels = [], Owner = null });
        writer.WriteStartArray("entries");
        foreach (var entry in plan.Entries)
        {
            writer.WriteStartObject();
            writer.WriteString("first", Node(entry.FirstStep));
            writer.WritePropertyName("rule");
            EntryRuleJson.Write(
                writer, entry.Rule, steps, inputs => inputs.OrderBy(input => input.Node, StringComparer.Ordinal), full: false);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("steps");
        foreach (var step in plan.Steps)
        {
            writer.WriteStartObject(step.Node);
            writer.WritePropertyName("step");
            steps.Write(writer, step.Step);
            writer.WriteStartObject("exits");
            foreach (var exit in step.Exits) writer.WriteString(exit.Port, Node(exit.To));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("stops");
        foreach (var stop in plan.Stops)
        {
            writer.WriteStartObject();
            writer.WriteString("node", stop.Node);
            writer.WriteString("first", Node(stop.FirstAction));
            writer.WritePropertyName("when");
            steps.Write(writer, stop.When);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
