using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;

namespace FlowBuilder.Application.People.Invitations;

/// <summary>Sends the letters of invitations.</summary>
public interface IInvitationLetters
{
    /// <summary>Sends one.</summary>
    /// <returns>Null when the mail server took it, else why not.</returns>
    Task<string?> InviteAsync(Company company, string to, string inviter, Role role, string token, CancellationToken cancellation);
}
