namespace FlowBuilder.Application.Reviews;

/// <summary>Which part of the queue is looked at.</summary>
public enum ReviewFilter
{
    /// <summary>All that wait and are not put off.</summary>
    Waiting,

    /// <summary>Those this person was asked to decide.</summary>
    Asked,

    /// <summary>Those whose time will be up, the next one first.</summary>
    Expiring,

    /// <summary>Those put off, the next to come back first.</summary>
    Snoozed,
}
