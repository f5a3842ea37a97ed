namespace FlowBuilder.Core.Model.Addresses;

/// <summary>What a reply says about being written to.</summary>
public enum ReplyMeaning
{
    /// <summary>Nothing: it is an answer.</summary>
    Answer,

    /// <summary>No more.</summary>
    Stop,

    /// <summary>Perhaps no more: a person has to read it.</summary>
    Doubt,

    /// <summary>Write again.</summary>
    Start,

    /// <summary>A bare yes: to somebody who has stopped it means <see cref="Start"/>, to others it is an answer.</summary>
    Yes,
}
