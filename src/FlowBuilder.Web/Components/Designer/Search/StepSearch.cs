using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;
using FlowBuilder.Web.Components.Designer.Model;

namespace FlowBuilder.Web.Components.Designer.Search;

/// <summary>Finds steps of a draft by their title, their sentence or the text of a note.</summary>
public static class StepSearch
{
    /// <summary>Shown at most: more are found by typing more.</summary>
    public const int Most = 50;

    /// <summary>Those whose words hold every word typed, titles first, in reading order; all of them while nothing is typed.</summary>
    public static IReadOnlyList<FoundStep> Of(DesignRoom room, string text)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(text);
        var typed = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var nodes = room.Document.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        return
        [
            .. room.Cards.Select(card => new FoundStep(card, Words(nodes[card.Id], room.Names)))
                .Where(
                    found => typed.All(word => Says(found.Card.Label, word) || Says(found.Card.KindWord, word) || Says(found.Words, word)))
                .OrderBy(found => typed.All(word => Says(found.Card.Label, word)) ? 0 : 1).Take(Most),
        ];
    }

    private static bool Says(string words, string typed) => words.Contains(typed, StringComparison.CurrentCultureIgnoreCase);

    private static string Words(Node node, Names names) => node switch
    {
        { Text: { } text } => text,
        { Step: { } step } => step.Sentence(names),
        { When: { } when } => when.Sentence(names),
        _ => "",
    };
}
