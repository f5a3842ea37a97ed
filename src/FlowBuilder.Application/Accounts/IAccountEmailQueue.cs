namespace FlowBuilder.Application.Accounts;

/// <summary>Takes letters about sign-ins that nobody waits for.</summary>
public interface IAccountEmailQueue
{
    /// <summary>Takes a note; never waits.</summary>
    void Drop(AccountNote note);
}
