namespace FlowBuilder.Core.Model.Channels;

/// <summary>What a template, and a message made from it, consists of besides its words.</summary>
public sealed record MessageParts
{
    /// <summary>What one is called inside a sentence, with its article, as in <i>a text message</i>.</summary>
    public required string One { get; init; }

    /// <summary>Whether it has a subject and may have a design in HTML.</summary>
    public required bool HasSubjectAndDesign { get; init; }

    /// <summary>Whether marketing carries a link to unsubscribe.</summary>
    public required bool HasUnsubscribeLink { get; init; }

    /// <summary>Most characters of its words.</summary>
    public required int LongestText { get; init; }

    /// <summary>What is said of words that are longer: a whole sentence.</summary>
    public required string TooLong { get; init; }
}
