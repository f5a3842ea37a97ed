namespace FlowBuilder.Core.Model.Access;

/// <summary>What somebody is at a company. Ordered: none of the later ones can do something the first one cannot.</summary>
public enum Role
{
    /// <summary>Everything, the plan and other owners included.</summary>
    Owner,

    /// <summary>Everything but the plan, owners and the reset of sequence passwords.</summary>
    Admin,

    /// <summary>What a marketer can, and approves.</summary>
    Manager,

    /// <summary>Draws, tests and, unless the company wants a manager for it, publishes.</summary>
    Marketer,

    /// <summary>Customers and to-dos; reads the rest.</summary>
    Office,

    /// <summary>Reads.</summary>
    Viewer,
}
