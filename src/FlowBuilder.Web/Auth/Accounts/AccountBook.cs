using FlowBuilder.Application.Accounts;
using FlowBuilder.Storage.Model.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FlowBuilder.Web.Auth.Accounts;

/// <summary>Identity's book of accounts; says in the audit log when guessing has closed one for a
/// while, whichever door was tried.</summary>
internal sealed class AccountBook(
    IUserStore<AccountRow> store, IOptions<IdentityOptions> options, IPasswordHasher<AccountRow> hasher,
    IEnumerable<IUserValidator<AccountRow>> userRules, IEnumerable<IPasswordValidator<AccountRow>> passwordRules,
    ILookupNormalizer normalizer, IdentityErrorDescriber words, IServiceProvider services, ILogger<UserManager<AccountRow>> log,
    AccountAudit audit)
    : UserManager<AccountRow>(store, options, hasher, userRules, passwordRules, normalizer, words, services, log)
{
    public override async Task<IdentityResult> AccessFailedAsync(AccountRow user)
    {
        var answer = await base.AccessFailedAsync(user);
        if (answer.Succeeded && await IsLockedOutAsync(user))
            await audit.NoteAsync(user.Id, "account.locked", "was locked out for 15 minutes after too many wrong attempts");
        return answer;
    }
}
