namespace FlowBuilder.Core.Model.Enrollments;

/// <summary>Why a live run does not move although it could. Numbers are stored.</summary>
public enum Hold
{
    None = 0,

    /// <summary>The sequence is paused.</summary>
    Paused = 1,

    /// <summary>The company's subscription has no sequences.</summary>
    Plan = 2,

    /// <summary>Automations are off for the customer.</summary>
    Customer = 3,
}
