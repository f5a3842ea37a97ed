using FlowBuilder.Core.Model.Access;

namespace FlowBuilder.Application.People;

/// <summary>A line in the list of users: a person of the company, or an invitation to become one.</summary>
/// <param name="Key">Of the line.</param>
/// <param name="Name">Null for somebody who is invited and not known yet.</param>
/// <param name="Email">Where letters go.</param>
/// <param name="Role">What they are, or shall be.</param>
/// <param name="State">Whether they can sign in.</param>
public sealed record Colleague(string Key, string? Name, string? Email, Role Role, ColleagueState State)
{
    /// <summary>The person's id; null for an invitation alone.</summary>
    public string? Person { get; init; }

    /// <summary>The invitation that is open; null when there is none.</summary>
    public long? Invitation { get; init; }

    public bool IsPrimaryOwner { get; init; }

    public bool IsMe { get; init; }

    /// <summary>Last sign-in, end of the invitation, or time of the removal.</summary>
    public DateTimeOffset? When { get; init; }

    /// <summary>Whether a second factor is asked for; null for those who do not sign in.</summary>
    public bool? TwoFactor { get; init; }

    /// <summary>How the line is called in words.</summary>
    public string Shown => Name ?? Email ?? Key;
}

/// <summary>Whether somebody can sign in.</summary>
public enum ColleagueState
{
    /// <summary>Has a sign-in.</summary>
    SignsIn,

    /// <summary>Has a letter with a link that works.</summary>
    Invited,

    /// <summary>Has a letter with a link that is too old.</summary>
    InvitationExpired,

    /// <summary>Is written to, but was never invited.</summary>
    NoSignIn,

    /// <summary>Works here no longer.</summary>
    Removed,
}
