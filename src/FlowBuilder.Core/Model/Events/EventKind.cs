namespace FlowBuilder.Core.Model.Events;

/// <summary>The call an event came by. Numbers are stored.</summary>
public enum EventKind
{
    /// <summary>Something happened.</summary>
    Track = 0,

    /// <summary>Fields of the customer.</summary>
    Identify = 1,

    /// <summary>Fields of the customer's group, as <c>group.*</c>.</summary>
    Group = 2,

    /// <summary>Two ids are one customer.</summary>
    Alias = 3,

    /// <summary>Raised by our own clock or actions.</summary>
    Own = 4,
}
