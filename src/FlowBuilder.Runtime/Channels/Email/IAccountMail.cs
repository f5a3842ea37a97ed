using FlowBuilder.Core.Model.Companies;

namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>Sends letters about sign-ins: at once, one attempt, past the outbox, so that whoever
/// asked for one is told when it did not leave.</summary>
public interface IAccountMail
{
    /// <summary>Hands a letter to the mail server.</summary>
    /// <param name="from">In whose name; null: the installation's own.</param>
    /// <param name="letter">What and to whom.</param>
    /// <param name="cancellation">Given up only while nothing has left.</param>
    /// <returns>Null when the server took it, else in words why that is not certain.</returns>
    Task<string?> SendAsync(Company? from, AccountEmail letter, CancellationToken cancellation);
}
