namespace FlowBuilder.Application.Accounts;

/// <summary>A letter that nobody waits for. A closed set.</summary>
public abstract record AccountNote
{
    private AccountNote()
    {
    }

    /// <summary>Somebody typed this address as the one whose password is forgotten; whether there
    /// is an account is found out later.</summary>
    public sealed record Forgotten(string Email) : AccountNote;

    /// <summary>Somebody wants to sign in with another address.</summary>
    public sealed record NewEmail(Guid Account, string Email) : AccountNote;

    /// <summary>Something happened to a sign-in that its owner should know.</summary>
    public sealed record Happened(Guid Account, string To, string What) : AccountNote;
}
