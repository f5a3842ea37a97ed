namespace FlowBuilder.Storage.Ports;

/// <summary>By which door an event came in. Told to people who connect a sender; it decides nothing and is not stored.</summary>
public enum EventOrigin
{
    /// <summary>The tracking calls of <c>/v1</c>.</summary>
    Tracking,

    /// <summary>The API, <c>/api/v1</c>.</summary>
    Api,

    /// <summary>A file of customers, by API or on screen.</summary>
    Import,

    /// <summary>A person at a screen.</summary>
    Screen,

    /// <summary>A link or picture in an email.</summary>
    Email,

    /// <summary>What the provider of text messages calls when an answer comes.</summary>
    TextProvider,
}
