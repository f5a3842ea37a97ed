namespace FlowBuilder.Core.Model.Reviews;

/// <summary>What a reviewer wrote in the place of a message's own words: sent as it stands, to this
/// one customer only, the first time the run comes by.</summary>
/// <param name="Node">Whose message.</param>
/// <param name="Part">Which of the node's messages, from 0.</param>
/// <param name="Subject">Emails only; one line.</param>
/// <param name="Html">Null: a text, or an email of plain words.</param>
/// <param name="Text">The words.</param>
public sealed record EditedMessage(string Node, int Part, string? Subject, string? Html, string Text)
{
    public const int LongestSubject = 500;

    public const int LongestText = 20_000;

    /// <summary>A text of a phone.</summary>
    public const int LongestTextMessage = 1_600;

    public const int LongestHtml = 200_000;
}
