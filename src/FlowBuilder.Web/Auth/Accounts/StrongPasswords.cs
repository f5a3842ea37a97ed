using FlowBuilder.Storage.Model.Accounts;
using Microsoft.AspNetCore.Identity;

namespace FlowBuilder.Web.Auth.Accounts;

/// <summary>
/// Passwords by what guessing them costs, not by the kinds of characters in them (NIST SP 800-63B): at least
/// <see cref="Shortest"/> characters, and not among or near the passwords, names, words and keyboard walks that attackers try first.
/// Works offline: zxcvbn brings its lists along.
/// </summary>
internal sealed class StrongPasswords : IPasswordValidator<AccountRow>
{
    public const int Shortest = 10;
    public const int Longest = 128;

    /// <summary>Of zxcvbn's 0 to 4: more than 10^8 guesses.</summary>
    private const int EnoughScore = 3;

    public Task<IdentityResult> ValidateAsync(UserManager<AccountRow> manager, AccountRow user, string? password) =>
        Task.FromResult(
            Fault(password, [user.Email, user.Name]) is { } fault
                ? IdentityResult.Failed(new IdentityError { Code = "WeakPassword", Description = fault })
                : IdentityResult.Success);

    /// <summary>What is wrong with a password, and what to do; null when nothing is.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="known">Words of the person and company that an attacker would try.</param>
    public static string? Fault(string? password, IEnumerable<string?> known)
    {
        if (password is null || password.Length < Shortest)
            return $"The password is too short. Use at least {Shortest} characters; three or four unrelated words are easy to remember.";
        if (password.Length > Longest) return $"The password is too long. Use at most {Longest} characters.";
        var words = known.OfType<string>().SelectMany(word => word.Split(' ', '@', '.')).Where(word => word.Length > 2);
        return Zxcvbn.Zxcvbn.MatchPassword(password, words).Score >= EnoughScore ? null
            : "This password is among those that are guessed first: a known password, a name, or a pattern on the keyboard. Use three or "
                + "four unrelated words.";
    }
}
