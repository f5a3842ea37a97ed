using System.Collections.Frozen;
using FlowBuilder.Core.Model.Companies;

namespace FlowBuilder.Core.Model.Access;

/// <summary>A role: its words, and what it may do. One row each, from the bottom up; a role without a row does not compile.</summary>
public sealed class RoleInfo
{
    private static readonly RoleInfo Viewer = new(null, Right.SeeWork)
    {
        Word = "viewer", Title = "Viewer", WithArticle = "a viewer", Explained = "Can see everything, but change nothing.",
    };

    private static readonly RoleInfo Office = new(Viewer, Right.ChangeCustomers, Right.CompleteToDos)
    {
        Word = "office", Title = "Office", WithArticle = "an office user", Explained = "Handles customers and to-dos; can see the rest.",
    };

    private static readonly RoleInfo Marketer = new(Office, Right.DesignSequences, Right.SteerEnrollments, Right.PublishSequences)
    {
        Word = "marketer", Title = "Marketer", WithArticle = "a marketer",
        Explained = "Draws, tests and publishes sequences, and writes templates.",
    };

    private static readonly RoleInfo Manager = new(Marketer, Right.DecideReviews, Right.ResolveMessages, Right.StopSending)
    {
        Word = "manager", Title = "Manager", WithArticle = "a manager",
        Explained = "Draws and publishes sequences, and approves what waits for review.",
    };

    private static readonly RoleInfo Admin = new(
        Manager, Right.EraseCustomers, Right.ChangeCompany, Right.ChangePeople, Right.ChangeKeys, Right.SeeAuditLog, Right.MendWork,
        Right.MoveClock)
    {
        Word = "admin", Title = "Admin", WithArticle = "an admin",
        Explained = "Everything except the plan and the owners: company, users, channels, keys.",
    };

    private static readonly RoleInfo Owner = new(Admin, Right.ChangeSubscription, Right.ResetSequencePasswords)
    {
        Word = "owner", Title = "Owner", WithArticle = "an owner", Explained = "Everything, including the plan and other owners.",
    };

    private static readonly FrozenSet<Right> MarketerWhereManagersPublish = [.. Marketer._rights.Where(
        right => right != Right.PublishSequences)];

    private readonly FrozenSet<Right> _rights;

    private RoleInfo(RoleInfo? below, params Right[] more) => _rights = [.. below?._rights ?? [], .. more];

    /// <summary>What it is stored under, as in <c>office</c>.</summary>
    public required string Word { get; init; }

    /// <summary>What it is called on screen, as in <i>Office</i>.</summary>
    public required string Title { get; init; }

    /// <summary>Somebody who has it, inside a sentence, as in <i>an office user</i>.</summary>
    public required string WithArticle { get; init; }

    /// <summary>What the role is for, in one line.</summary>
    public required string Explained { get; init; }

    /// <summary>The row of a role.</summary>
    public static RoleInfo Of(Role role) => role switch
    {
        Role.Owner => Owner,
        Role.Admin => Admin,
        Role.Manager => Manager,
        Role.Marketer => Marketer,
        Role.Office => Office,
        Role.Viewer => Viewer,
    };

    /// <summary>The role behind its stored word; nobody's word, a viewer's rights.</summary>
    public static Role Read(string? word)
    {
        foreach (var role in Enum.GetValues<Role>())
            if (string.Equals(Of(role).Word, word, StringComparison.OrdinalIgnoreCase)) return role;
        return Role.Viewer;
    }

    /// <summary>Everything the role may do at a company, which may want a manager for publishing.</summary>
    public FrozenSet<Right> Rights(Company company)
    {
        ArgumentNullException.ThrowIfNull(company);
        return this == Marketer && company.PublishingNeedsManager ? MarketerWhereManagersPublish : _rights;
    }
}
