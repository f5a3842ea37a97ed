using System.Collections.Frozen;
using FlowBuilder.Core.Model.Companies;

namespace FlowBuilder.Core.Model.Access;

/// <summary>Which role may do what. The one place where it is written down.</summary>
public static class RoleRights
{
    private static readonly FrozenSet<Right> Viewer = Set([], Right.SeeWork);

    private static readonly FrozenSet<Right> Office = Set(Viewer, Right.ChangeCustomers, Right.CompleteToDos);

    private static readonly FrozenSet<Right> DrawingMarketer = Set(Office, Right.DesignSequences, Right.SteerEnrollments);

    private static readonly FrozenSet<Right> Marketer = Set(DrawingMarketer, Right.PublishSequences);

    private static readonly FrozenSet<Right> Manager = Set(Marketer, Right.DecideReviews, Right.ResolveMessages, Right.StopSending);

    private static readonly FrozenSet<Right> Admin = Set(Manager, Right.EraseCustomers, Right.ChangeCompany, Right.ChangePeople, Right.ChangeKeys, Right.SeeAuditLog, Right.MendWork, Right.MoveClock);

    private static readonly FrozenSet<Right> Owner = Set(Admin, Right.ChangeSubscription, Right.ResetSequencePasswords);

    /// <summary>Everything a role may do at a company.</summary>
    public static FrozenSet<Right> Of(Role role, Company company)
    {
        ArgumentNullException.ThrowIfNull(company);
        return role switch
        {
            Role.Owner => Owner,
            Role.Admin => Admin,
            Role.Manager => Manager,
            Role.Marketer => company.PublishingNeedsManager ? DrawingMarketer : Marketer,
            Role.Office => Office,
            Role.Viewer => Viewer,
        };
    }

    /// <summary>The role behind its stored word; nobody's word, a viewer's rights.</summary>
    public static Role Read(string? word)
    {
        foreach (var role in Enum.GetValues<Role>())
            if (string.Equals(Word(role), word, StringComparison.OrdinalIgnoreCase)) return role;
        return Role.Viewer;
    }

    /// <summary>The word a role is stored under.</summary>
    public static string Word(Role role) => role switch
    {
        Role.Owner => "owner",
        Role.Admin => "admin",
        Role.Manager => "manager",
        Role.Marketer => "marketer",
        Role.Office => "office",
        Role.Viewer => "viewer",
    };

    private static FrozenSet<Right> Set(IEnumerable<Right> rights, params Right[] more) => rights.Concat(more).ToFrozenSet();
}
