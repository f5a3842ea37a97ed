using System.Text.Json;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Graph;

/// <summary>One node as JSON. An <c>if</c> or <c>split</c> carries the settings of its flow step
/// itself; the others have <c>step</c>, <c>when</c> or <c>text</c>.</summary>
internal sealed class NodeJson(StepJson steps)
{
    public Node? Read(JsonElement element, string path, FieldErrors errors)
    {
        if (ObjectReader.Of(element, path, errors) is not { } reader) return null;
        var id = reader.Text("id", DocumentLimits.AnyName, required: true);
        if (!reader.TryGet("kind", out _)) errors.Add(reader.Field("kind"), "required", "is missing.");
        var at = Position(reader, errors);
        if (reader.Value<NodeKind>("kind", steps) is not { } kind) return null;
        var node = new Node { Id = id ?? "", Kind = kind, At = at };
        var info = NodeKinds.Of(kind);
        if (info.FlowStep is { } flow)
        {
            if (steps.Catalog.Find(flow) is { } type)
                return node with { Step = steps.ReadSettings(type, reader, errors, "id", "kind", "at") };
            errors.Add(reader.Field("kind"), "unknown-step", $"There is no step “{flow}”.");
            return null;
        }

        if (info.HasConditions)
        {
            reader.RefuseOthers("id", "kind", "when", "at");
            return reader.TryGet("when", out var when) ? node with { When = steps.ReadGroup(when, reader.Field("when"), errors) } : node;
        }

        if (info.HasText)
        {
            reader.RefuseOthers("id", "kind", "text", "at");
            return node with { Text = reader.Text("text", DocumentLimits.NoteText) };
        }

        reader.RefuseOthers("id", "kind", "step", "at");
        return node with { Step = Step(kind, reader, errors) };
    }

    public void Write(Utf8JsonWriter writer, Node node)
    {
        writer.WriteStartObject();
        writer.WriteString("id", node.Id);
        writer.WritePropertyName("kind");
        JsonSerializer.Serialize(writer, node.Kind);
        if (node.Step is FlowStep flow)
        {
            steps.WriteSettings(writer, steps.Catalog.Of(flow), flow, full: false);
        }
        else if (node.Step is not null)
        {
            writer.WritePropertyName("step");
            steps.Write(writer, node.Step);
        }

        if (node.When is not null)
        {
            writer.WritePropertyName("when");
            steps.Write(writer, node.When);
        }

        if (node.Text is not null) writer.WriteString("text", node.Text);
        writer.WriteStartArray("at");
        writer.WriteNumberValue(node.At.X);
        writer.WriteNumberValue(node.At.Y);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private Step? Step(NodeKind kind, ObjectReader reader, FieldErrors errors)
    {
        if (!reader.TryGet("step", out var element) || steps.Read(element, reader.Field("step"), errors) is not { } step) return null;
        var type = steps.Catalog.Of(step);
        if (type.Kind == NodeKinds.Of(kind).Step) return step;
        errors.Add(reader.Field("step.type"), "wrong-step", $"“{type.Title}” cannot be used on this kind of node.");
        return null;
    }

    private static Position Position(ObjectReader reader, FieldErrors errors)
    {
        if (!reader.TryGet("at", out var at)) return default;
        if (at.ValueKind == JsonValueKind.Array && at.GetArrayLength() == 2 && Coordinate(at[0]) is { } x && Coordinate(at[1]) is { } y)
            return new Position(x, y);
        errors.WrongType(reader.Field("at"), "two numbers, x and y, such as [0, 120]");
        return default;
    }

    private static double? Coordinate(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && Math.Abs(number) <= 1e9 ? number : null;
}
