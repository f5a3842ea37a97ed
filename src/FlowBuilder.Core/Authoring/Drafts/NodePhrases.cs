using System.Globalization;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;

namespace FlowBuilder.Core.Authoring.Drafts;

/// <summary>How nodes are spoken of in titles, reasons, differences and the outline: by the words of the sentence view.</summary>
internal static class NodePhrases
{
    private const int Longest = 80;

    /// <summary>A clause without capital: <c>wait 2 days</c>.</summary>
    public static string Clause(Node node, Names names) => node switch
    {
        { Step: TriggerStep trigger } => $"when {trigger.Sentence(names)}",
        { Step: { } step } => step.Sentence(names),
        { When: { Members.IsDefaultOrEmpty: false } when } => $"{NodeKinds.Of(node.Kind).Joint} {when.Sentence(names)}",
        { Text: { Length: > 0 } text } => text,
        _ => NodeKinds.Of(node.Kind).Title,
    };

    /// <summary>The clause in quotation marks, cut where it is long.</summary>
    public static string Quote(Node node, Names names) => $"“{Short(Clause(node, names))}”";

    /// <summary>One node by its words, several by their number.</summary>
    public static string Several(IReadOnlyCollection<Node> nodes, Names names) =>
        nodes.Count == 1 ? Quote(nodes.First(), names)
        : string.Create(
            CultureInfo.InvariantCulture, $"{nodes.Count} {(nodes.All(node => NodeKinds.Of(node.Kind).HasText) ? "notes" : "steps")}");

    public static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= Longest) return line;
        var cut = char.IsHighSurrogate(line[Longest - 2]) ? Longest - 2 : Longest - 1;
        return line[..cut].TrimEnd() + "…";
    }

}
