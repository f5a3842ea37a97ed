namespace FlowBuilder.Application.People.Invitations;

/// <summary>What became of an invitation.</summary>
/// <param name="Refused">Why there is none; null: it is stored.</param>
/// <param name="Email">Whose it is.</param>
/// <param name="NotSent">Why its letter did not leave; it can be sent again.</param>
public sealed record InviteAnswer(string? Refused, string? Email, string? NotSent)
{
    public static InviteAnswer No(string because) => new(because, null, null);

    public static InviteAnswer Yes(string email, string? notSent) => new(null, email, notSent);
}
