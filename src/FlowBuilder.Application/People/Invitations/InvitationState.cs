namespace FlowBuilder.Application.People.Invitations;

/// <summary>Where an invitation stands.</summary>
public enum InvitationState
{
    /// <summary>No link like this was ever sent, or a newer one was.</summary>
    Unknown,

    /// <summary>Can be accepted.</summary>
    Open,

    Expired,

    Withdrawn,

    /// <summary>Accepted before.</summary>
    Used,
}

/// <summary>An invitation as the one who holds its link sees it.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Company">Who invites.</param>
/// <param name="Email">Whom.</param>
/// <param name="Role">As what.</param>
/// <param name="InvitedBy">The person who sent it.</param>
/// <param name="HasAccount">Somebody signs in with this address already.</param>
public sealed record InvitationSeen(
    InvitationState State, string Company = "", string Email = "", string Role = "", string InvitedBy = "", bool HasAccount = false);
