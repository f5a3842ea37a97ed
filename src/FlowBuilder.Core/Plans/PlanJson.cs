using System.Text;
using System.Text.Json;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Plans;

/// <summary>
/// Plans as they are stored at publishing. Every setting is written, defaults too: a default that changes in a later release must not
/// change what was published.
/// </summary>
public sealed class PlanJson(StepJson steps)
{
    private const string Format = "flowbuilder.plan/1";

    /// <summary>For the steps of a catalogue.</summary>
    public PlanJson(StepCatalog catalog)
        : this(new StepJson(catalog))
    {
    }

    /// <summary>The plan as JSON text.</summary>
    public string Write(Plan plan, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(plan);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, StepJson.WriterOptions with { Indented = indented })) Write(writer, plan);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Reads what <see cref="Write(Plan, bool)"/> wrote; the hash is taken as stored.</summary>
    /// <exception cref="JsonException">The text is no stored plan, or names steps or settings this program does not have.</exception>
    public Plan Read(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = StepJson.WriterOptions.MaxDepth });
        var errors = new FieldErrors();
        var plan = Read(document.RootElement, errors);
        if (plan is null || errors.Any)
            throw new JsonException(
                $"This is not a stored plan: {(errors.Any ? $"{errors.All[0].Field} {errors.All[0].Message}" : "parts are missing")}");
        var indexes = plan.Entries
            .Select(entry => entry.FirstStep)
            .Concat(plan.Stops.Select(stop => stop.FirstAction))
            .Concat(plan.Steps.SelectMany(step => step.Exits).Select(exit => exit.To));
        return indexes.All(index => index >= PlanStep.End && index < plan.Steps.Length)
            ? plan
            : throw new JsonException("This is not a stored plan: a step leads to one that is not there");
    }

    private void Write(Utf8JsonWriter writer, Plan plan)
    {
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteString("hash", plan.Hash);
        writer.WritePropertyName("settings");
        SettingsJson.Write(writer, plan.Settings, full: true);
        writer.WriteStartArray("entries");
        foreach (var entry in plan.Entries)
        {
            writer.WriteStartObject();
            writer.WriteNumber("first", entry.FirstStep);
            writer.WritePropertyName("rule");
            EntryRuleJson.Write(writer, entry.Rule, steps, inputs => inputs, full: true);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("steps");
        foreach (var step in plan.Steps) WriteStep(writer, step);
        writer.WriteEndArray();
        writer.WriteStartArray("stops");
        foreach (var stop in plan.Stops)
        {
            writer.WriteStartObject();
            writer.WriteString("node", stop.Node);
            writer.WriteNumber("first", stop.FirstAction);
            writer.WritePropertyName("when");
            steps.Write(writer, stop.When, full: true);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteStep(Utf8JsonWriter writer, PlanStep step)
    {
        writer.WriteStartObject();
        writer.WriteString("node", step.Node);
        writer.WritePropertyName("step");
        steps.Write(writer, step.Step, full: true);
        writer.WriteStartObject("exits");
        foreach (var exit in step.Exits) writer.WriteNumber(exit.Port, exit.To);
        writer.WriteEndObject();
        if (step.InCycle) writer.WriteBoolean("inCycle", true);
        writer.WriteEndObject();
    }

    private Plan? Read(JsonElement element, FieldErrors errors)
    {
        if (ObjectReader.Of(element, "", errors) is not { } reader || reader.Text("hash", 64, required: true) is not { } hash) return null;
        if (reader.Text("format", 60, required: true) != Format) errors.Add("format", "wrong-format", $"must be “{Format}”.");
        return new Plan
        {
            Hash = hash,
            Settings = reader.TryGet("settings", out var settings)
                ? SettingsJson.Read(settings, "settings", steps, errors)
                : new SequenceSettings(),
            Entries = [.. reader.List("entries").Select(item => ReadEntry(item.Item, item.Path, errors)).OfType<PlanEntry>()],
            Steps = [.. reader.List("steps").Select((item, index) => ReadStep(item.Item, item.Path, index, errors)).OfType<PlanStep>()],
            Stops = [.. reader.List("stops").Select(item => ReadStop(item.Item, item.Path, errors)).OfType<PlanStop>()],
        };
    }

    private PlanEntry? ReadEntry(JsonElement element, string path, FieldErrors errors) =>
        ObjectReader.Of(element, path, errors) is { } reader
            && reader.TryGet("rule", out var rule)
            && EntryRuleJson.Read(rule, reader.Field("rule"), steps, errors) is { } read
            ? new PlanEntry(read, reader.Whole("first", PlanStep.End))
            : Missing<PlanEntry>(path, errors);

    private PlanStep? ReadStep(JsonElement element, string path, int index, FieldErrors errors)
    {
        if (ObjectReader.Of(element, path, errors) is not { } reader || !reader.TryGet("step", out var settings)
            || steps.Read(settings, reader.Field("step"), errors) is not RunnableStep step
            || reader.Text("node", 200, required: true) is not { } node
            || !reader.TryGet("exits", out var exits) || ObjectReader.Of(exits, reader.Field("exits"), errors) is not { } ports)
            return Missing<PlanStep>(path, errors);
        return new PlanStep(
            index, node, step, [.. exits.EnumerateObject().Select(exit => new PlanExit(exit.Name, ports.Whole(exit.Name, PlanStep.End)))],
            reader.Flag("inCycle", false));
    }

    private PlanStop? ReadStop(JsonElement element, string path, FieldErrors errors) =>
        ObjectReader.Of(element, path, errors) is { } reader && reader.Text("node", 200, required: true) is { } node
        && reader.TryGet("when", out var when) && steps.ReadGroup(when, reader.Field("when"), errors) is { } group
            ? new PlanStop(node, group, reader.Whole("first", PlanStep.End))
            : Missing<PlanStop>(path, errors);

    private static T? Missing<T>(string path, FieldErrors errors)
        where T : class
    {
        errors.Add(path, "required", "is not complete.");
        return null;
    }
}
