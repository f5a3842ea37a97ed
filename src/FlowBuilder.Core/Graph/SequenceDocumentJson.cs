using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Graph;

/// <summary>
/// The sequence document as JSON, in the shapes of contract.md section 3. Reading accepts half-drawn documents (missing steps,
/// settings, edges) and refuses with the field what is no document: wrong types, unknown members and steps, hostile texts.
/// </summary>
public sealed class SequenceDocumentJson(StepJson steps)
{
    private static readonly string[] Members = ["format", "title", "description", "settings", "nodes", "edges", "references"];

    private readonly NodeJson _nodes = new(steps);

    /// <summary>For the steps of a catalogue.</summary>
    public SequenceDocumentJson(Steps.Catalogue.StepCatalog catalog)
        : this(new StepJson(catalog))
    {
    }

    /// <summary>Reads a document. Never throws.</summary>
    public DocumentParseResult Read(string json)
    {
        var errors = new FieldErrors();
        using var text = JsonText.Parse(json, errors);
        return Read(text, errors);
    }

    /// <summary>Reads a document from UTF-8. Never throws.</summary>
    public DocumentParseResult Read(ReadOnlyMemory<byte> utf8)
    {
        var errors = new FieldErrors();
        using var text = JsonText.Parse(utf8, errors);
        return Read(text, errors);
    }

    /// <summary>Writes a document: members in a fixed order, settings that have their default value left out.</summary>
    public string Write(SequenceDocument document, bool indented = false)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, StepJson.WriterOptions with { Indented = indented })) Write(writer, document);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <inheritdoc cref="Write(SequenceDocument, bool)"/>
    public void Write(Utf8JsonWriter writer, SequenceDocument document)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(document);
        writer.WriteStartObject();
        writer.WriteString("format", SequenceDocument.Format);
        writer.WriteString("title", document.Title);
        if (document.Description.Length > 0) writer.WriteString("description", document.Description);
        writer.WritePropertyName("settings");
        SettingsJson.Write(writer, document.Settings);
        writer.WriteStartArray("nodes");
        foreach (var node in document.Nodes) _nodes.Write(writer, node);
        writer.WriteEndArray();
        writer.WriteStartArray("edges");
        foreach (var edge in document.Edges)
        {
            writer.WriteStartObject();
            writer.WriteString("from", edge.From);
            if (edge.Port is not null) writer.WriteString("port", edge.Port);
            writer.WriteString("to", edge.To);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (document.References.Count > 0)
        {
            writer.WriteStartObject("references");
            foreach (var (key, name) in document.References) writer.WriteString(key, name);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private DocumentParseResult Read(JsonDocument? text, FieldErrors errors)
    {
        var document = text is null ? null : Read(text.RootElement, errors);
        return errors.Any ? new DocumentParseResult(null, errors.All) : new DocumentParseResult(document, []);
    }

    private SequenceDocument? Read(JsonElement element, FieldErrors errors)
    {
        if (ObjectReader.Of(element, "", errors) is not { } reader) return null;
        reader.RefuseOthers(Members);
        if (reader.Text("format", 60, required: true) is { } format && format != SequenceDocument.Format)
            errors.Add("format", "wrong-format", $"must be “{SequenceDocument.Format}”.");
        return new SequenceDocument
        {
            Title = reader.Text("title", DocumentLimits.Title) ?? "",
            Description = reader.Text("description", DocumentLimits.Description) ?? "",
            Settings = reader.TryGet("settings", out var settings)
                ? SettingsJson.Read(settings, "settings", steps, errors)
                : new SequenceSettings(),
            Nodes = [.. reader.List("nodes").Select(item => _nodes.Read(item.Item, item.Path, errors)).OfType<Node>()],
            Edges = [.. reader.List("edges").Select(item => ReadEdge(item.Item, item.Path, errors)).OfType<Edge>()],
            References = ReadReferences(reader, errors),
        };
    }

    private static Edge? ReadEdge(JsonElement element, string path, FieldErrors errors)
    {
        if (ObjectReader.Of(element, path, errors) is not { } reader) return null;
        reader.RefuseOthers("from", "port", "to");
        var from = reader.Text("from", DocumentLimits.AnyName, required: true);
        var port = reader.Text("port", DocumentLimits.AnyName);
        var to = reader.Text("to", DocumentLimits.AnyName, required: true);
        return from is null || to is null ? null : new Edge(from, port, to);
    }

    private static ImmutableSortedDictionary<string, string> ReadReferences(ObjectReader reader, FieldErrors errors)
    {
        var references = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (!reader.TryGet("references", out var element) || ObjectReader.Of(element, "references", errors) is not { } members)
            return references.ToImmutable();
        foreach (var member in element.EnumerateObject().Take(DocumentLimits.References))
            if (members.Text(member.Name, DocumentLimits.Title) is { } name) references[member.Name] = name;
        if (element.EnumerateObject().Skip(DocumentLimits.References).Any())
            errors.Add("references", "too-long", $"can hold at most {DocumentLimits.References} names.");
        return references.ToImmutable();
    }
}
