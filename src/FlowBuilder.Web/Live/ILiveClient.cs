namespace FlowBuilder.Web.Live;

/// <summary>What a client of <c>/hubs/live</c> is told. Names and shapes are part of the contract.</summary>
public interface ILiveClient
{
    /// <summary>Something of a watched topic has changed: read it again.</summary>
    Task Changed(LiveChange change);

    /// <summary>A topic is no longer told of, because the right is gone. Nothing follows.</summary>
    Task Ended(LiveEnd end);
}

/// <summary>A topic has changed.</summary>
/// <param name="Topic">Its word, as watched.</param>
/// <param name="Sequence">Of which sequence, where the topic is about one.</param>
/// <param name="Version">Counts the changes told of this watch. Changes that follow each other quickly are told as one.</param>
public sealed record LiveChange(string Topic, Guid? Sequence, long Version);

/// <summary>A watch was ended.</summary>
/// <param name="Topic">Its word, as watched.</param>
/// <param name="Sequence">Of which sequence, where the topic is about one.</param>
/// <param name="Because">Why, in words.</param>
public sealed record LiveEnd(string Topic, Guid? Sequence, string Because);
