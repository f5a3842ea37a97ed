using System.Text.Json;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Authoring.Drafts;

/// <summary>Takes into a document only what a document can say: everything from outside is written
/// and read back, and what is read is what is kept.</summary>
internal static class Readable
{
    /// <summary>The node as a saved document will have it, or why it cannot be saved.</summary>
    public static (Node? Node, string? Refusal) Take(Node node, StepJson steps)
    {
        if (!Knows(node, steps.Catalog)) return (null, "This step is not recognized.");
        if (!Fits(node, steps.Catalog)) return (null, $"That cannot be used on {NodeKinds.Of(node.Kind).A}.");
        var (document, errors) = Read(new SequenceDocument { Nodes = [node] }, steps);
        return document is { Nodes: [var read] } ? (read, null) : (null, Words(errors, node, steps.Catalog));
    }

    /// <summary>Title, description and settings as a saved document will have them, or why they cannot be saved.</summary>
    public static (SequenceDocument? Document, string? Refusal) TakeRules(SequenceDocument document, StepJson steps)
    {
        var (read, errors) = Read(document with { Nodes = [], Edges = [], References = SequenceDocument.None }, steps);
        return read is null
            ? (null, Words(errors))
            : (document with { Title = read.Title, Description = read.Description, Settings = read.Settings }, null);
    }

    /// <summary>What is wrong with a setting, for a marketer.</summary>
    public static string Words(IReadOnlyList<FieldError> errors, Node? node = null, StepCatalog? catalog = null, string? label = null)
    {
        if (errors.Count == 0 || errors[0].Code == "not-json")
            return $"{(label is null ? "This" : $"“{label}”")} cannot be saved as it is.";
        var name = errors[0].Field.Split('.')[^1].Split('[')[0];
        label ??= node?.Step is { } step && catalog is not null && catalog.Knows(step)
            ? catalog.Of(step).Settings.FirstOrDefault(setting => setting.JsonName == name)?.Label
            : null;
        return errors[0].Message is [var first, ..] && char.IsLower(first)
            ? $"“{label ?? Capitals.First(name)}” {errors[0].Message}"
            : errors[0].Message;
    }

    private static (SequenceDocument? Document, IReadOnlyList<FieldError> Errors) Read(SequenceDocument document, StepJson steps)
    {
        var json = new SequenceDocumentJson(steps);
        try
        {
            var reading = json.Read(json.Write(document));
            return (reading.Document, reading.Errors);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            return (null, []);
        }
    }

    private static bool Fits(Node node, StepCatalog catalog) =>
        (node.Step is null || NodeKinds.Of(node.Kind).Fits(catalog.Of(node.Step)))
        && (node.When is null || NodeKinds.Of(node.Kind).HasConditions)
        && (node.Text is null || NodeKinds.Of(node.Kind).HasText);

    private static bool Knows(Node node, StepCatalog catalog) =>
        (node.Step is null || catalog.Knows(node.Step))
        && ConditionTree.Of(node, catalog).Leaves.All(leaf => catalog.Knows(leaf.Condition));
}
