namespace FlowBuilder.Core.Steps.Settings;

/// <summary>Where a filled-in text stands, and so how the values in it are encoded.</summary>
public enum TextPlace
{
    /// <summary>Plain words: a title, a note. Nothing is encoded.</summary>
    Plain,

    /// <summary>JSON: a value cannot end the text it stands in, and outside of texts it is a JSON value of its own.</summary>
    Json,

    /// <summary>A web address: values stand in its path or behind its <c>?</c>, percent-encoded, and never change the host.</summary>
    Address,
}
