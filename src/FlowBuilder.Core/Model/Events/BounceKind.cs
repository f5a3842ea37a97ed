namespace FlowBuilder.Core.Model.Events;

/// <summary>What a message that came back says of its address.</summary>
public enum BounceKind
{
    /// <summary>There is no such mailbox: for good.</summary>
    Hard,

    /// <summary>Not at the moment: full, busy, put off.</summary>
    Soft,

    /// <summary>It was reported as spam.</summary>
    Complaint,
}
