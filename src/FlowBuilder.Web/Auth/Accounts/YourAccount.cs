using System.Globalization;
using FlowBuilder.Application.Accounts;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.People;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Time;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Auth.AccountEmails;
using Microsoft.AspNetCore.Identity;

namespace FlowBuilder.Web.Auth.Accounts;

/// <summary>What the pages of one's own sign-in share. For one request.</summary>
public sealed class YourAccount(
    IHttpContextAccessor http, UserManager<AccountRow> accounts, SignInManager<AccountRow> signIn, AccountAudit audit,
    AccountEmailQueue post, CallerResolver doorkeeper, ICompanyCache companies,
    PersonChoices choices)
{
    /// <summary>The one who is signed in.</summary>
    /// <exception cref="NotAllowedException">The account is gone since the cookie was judged.</exception>
    public async Task<AccountRow> FindAsync() =>
        await accounts.GetUserAsync(http.HttpContext!.User) ?? throw new NotAllowedException("The account is gone.");

    /// <summary>The browser session of this request.</summary>
    public Guid? Session => PersonClaims.SessionOf(http.HttpContext!.User);

    /// <summary>Asks for the password once more; wrong ones count towards the lockout.</summary>
    /// <returns>What is wrong, else null.</returns>
    public async Task<string?> PasswordFaultAsync(AccountRow account, string? password)
    {
        var answer = await signIn.CheckPasswordSignInAsync(account, password ?? "", lockoutOnFailure: true);
        return answer.Succeeded ? null
            : answer.IsLockedOut ? "Too many wrong passwords. For your safety the account is locked for 15 minutes. Try again then."
            : "That is not your password. After five wrong tries the account is locked for 15 minutes.";
    }

    /// <summary>Writes down what happened to the sign-in, and tells its owner by email.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="action">For the audit log.</param>
    /// <param name="words">For the audit log, without the subject.</param>
    /// <param name="letter">A sentence for the letter; null: none is sent.</param>
    public async Task NoteAsync(AccountRow account, string action, string words, string? letter = null)
    {
        await audit.NoteAsync(account.Id, action, words);
        if (letter is not null) post.Drop(new AccountNote.Happened(account.Id, account.Email!, letter));
    }

    /// <summary>Name and address of the person at each company follow those of the account.</summary>
    /// <param name="account">As it is now.</param>
    /// <param name="emailBefore">People who were written to elsewhere still are.</param>
    public Task FollowAsync(AccountRow account, string emailBefore) =>
        choices.FollowAsync(account.Id, account.Name, account.Email, emailBefore);

    /// <summary>A time as the clock of the company shows it; in UTC for those without one.</summary>
    public string Moment(DateTimeOffset at)
    {
        var zone = doorkeeper.Find(http.HttpContext!.User) is { } caller ? companies.Find(caller.Company)?.Zone : null;
        return TimeZoneInfo
            .ConvertTime(at, zone ?? TimeZoneInfo.Utc)
            .ToString(zone is null ? ClockWords.Moment + " 'UTC'" : ClockWords.Moment, CultureInfo.InvariantCulture);
    }
}
