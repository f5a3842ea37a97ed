using FlowBuilder.Application.People;
using FlowBuilder.Application.People.Invitations;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Runtime.Channels.Email;
using FlowBuilder.Storage.Model.Accounts;

namespace FlowBuilder.Web.Auth.AccountEmails;

/// <summary>The letters about sign-ins. Each answers null when the mail server took it, else why not.</summary>
public sealed class AccountEmailWriter(IAccountMail mail, Memberships memberships, SiteLinks links) : IInvitationLetters
{
    /// <inheritdoc />
    public Task<string?> InviteAsync(Company company, string to, string inviter, Role role, string token, CancellationToken cancellation) =>
        mail.SendAsync(company, new EmailText(to, $"{inviter} invites you to {company.Name}", company.Name,
            $"{inviter} invites you to work with {company.Name} in FlowBuilder, as {RoleInfo.Of(role).WithArticle}.")
        {
            Link = ("Accept the invitation", links.Invitation(token)),
            Below =
                "The link is for you alone and works for 7 days. If you do not know what this is about, you can ignore this email: nothing "
                    + "happens unless you use the link.",
        }.Write(), cancellation);

    public Task<string?> ResetPasswordAsync(AccountRow account, string token, CancellationToken cancellation) =>
        SendAsync(
            account,
            company => new EmailText(
                account.Email!, "Set a new password", company, $"Hello {account.Name},",
                "Someone, hopefully you, asked to set a new password for your FlowBuilder sign-in.")
            {
                Link = ("Set a new password", links.ResetPassword(account.Id, token)),
                Below = "The link works once, within 2 hours. If it was not you, you can ignore this email: your password stays the same.",
            }, cancellation);

    public Task<string?> ConfirmEmailAsync(AccountRow account, string email, string token, CancellationToken cancellation) =>
        SendAsync(
            account,
            company => new EmailText(
                email, "Confirm your new email address", company, $"Hello {account.Name},",
                "you want to sign in to FlowBuilder with this address from now on.")
            {
                Link = ("Confirm this address", links.ConfirmEmail(account.Id, email, token)),
                Below = "The link works once, within 2 hours. If it was not you, you can ignore this email: nothing changes.",
            }, cancellation);

    /// <summary>Tells the person of a change that a thief would make, too.</summary>
    /// <param name="account">Whose sign-in.</param>
    /// <param name="to">The address it was reached under when it happened.</param>
    /// <param name="what">A sentence: “Your password was changed.”</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<string?> NoticeAsync(AccountRow account, string to, string what, CancellationToken cancellation) =>
        SendAsync(account, company => new EmailText(to, what.TrimEnd('.'), company, $"Hello {account.Name},", what)
        {
            Link = ("Sign in", links.SignIn()),
            Below = "If it was not you, set a new password right away under “Forgot your password?” and tell an owner of your company.",
        }, cancellation);

    private async Task<string?> SendAsync(AccountRow account, Func<string, EmailText> write, CancellationToken cancellation)
    {
        var companies = await memberships.OfAsync(account.Id, cancellation);
        var company = companies.FirstOrDefault(one => one.Id.Value == account.LastCompanyId) ?? (companies.Count > 0 ? companies[0] : null);
        return await mail.SendAsync(company, write(company?.Name ?? "FlowBuilder").Write(), cancellation);
    }
}
