using System.Text.Json;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Web.Components.Sequences.Templates;

/// <summary>The ready-made sequences built into the program: one document each under
/// <c>Sequences/Templates</c>, the messages they send beside them.</summary>
public sealed class SequenceTemplates
{
    private const string Folder = "FlowBuilder.Web.Components.Sequences.Templates.Documents.";

    private static readonly System.Reflection.Assembly Assembly = typeof(SequenceTemplates).Assembly;

    /// <summary>For the steps of a catalogue.</summary>
    public SequenceTemplates(StepCatalog catalog)
    {
        var documents = new SequenceDocumentJson(catalog);
        var layout = Read("layout.html");
        All =
        [
            .. Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
                .Select(name => name[Folder.Length..^".json".Length])
                .Select(key => Template(key, documents, layout))
                .OrderBy(template => template.Category, StringComparer.Ordinal).ThenBy(template => template.Title, StringComparer.Ordinal),
        ];
    }

    /// <summary>All of them, by category and title.</summary>
    public IReadOnlyList<SequenceTemplate> All { get; }

    /// <summary>One by its key; null when there is none.</summary>
    public SequenceTemplate? Find(string? key) => All.FirstOrDefault(template => template.Key == key);

    private static SequenceTemplate Template(string key, SequenceDocumentJson documents, string layout)
    {
        var reading = documents.Read(Read(key + ".json"));
        var document = reading.Document
            ?? throw new InvalidOperationException($"The built-in sequence {key} cannot be read: {reading.Errors[0]}");
        var messages = document.Nodes
            .SelectMany(node => node.Step?.References ?? [])
            .Where(reference => reference.Kind == ReferenceKind.Template)
            .Select(reference => reference.Key).Distinct();
        return new SequenceTemplate(
            key, document.Title, document.Description, document.Settings.Labels[0], document,
            [.. messages.Select(message => Message(message, layout))]);
    }

    private static MessageTemplate Message(string key, string layout)
    {
        var parts = Read(key + ".liquid").Split("\n=== text\n");
        var head = parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        var text = parts[1].TrimEnd('\n');
        var channel = JsonSerializer.Deserialize<Channel>($"\"{head["channel"]}\"");
        var html = ChannelInfo.Of(channel).Parts is { HasSubjectAndDesign: true }
            ? layout.Replace("{{ body }}", Paragraphs(text), StringComparison.Ordinal)
            : null;
        return new MessageTemplate(
            key, head["name"], channel, JsonSerializer.Deserialize<Purpose>($"\"{head["purpose"]}\""), head.GetValueOrDefault("subject"),
            html, text);
    }

    private static string Paragraphs(string text) =>
        string.Join('\n', text.Split("\n\n").Select(paragraph => $"<p>{paragraph.Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));

    private static string Read(string name)
    {
        using var stream = Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new FileNotFoundException($"{name} is not built into the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
