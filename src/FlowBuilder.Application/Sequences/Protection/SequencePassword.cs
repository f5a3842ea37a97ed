using System.Text;
using FlowBuilder.Storage.Model.Sequences;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FlowBuilder.Application.Sequences.Protection;

/// <summary>What a sequence's password may be and how it is kept: PBKDF2 with HMAC-SHA512, 210,000 rounds, salted.</summary>
public static class SequencePassword
{
    public const int Shortest = 8;
    public const int Longest = 128;

    private const int LeastDifferent = 4;
    private const int Rounds = 210_000;

    private static readonly PasswordHasher<SequenceRow> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private static readonly SequenceRow Nobody = new();

    /// <summary>What is wrong with a password and what to do; null when nothing is.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="title">Of the sequence: the first thing that is tried.</param>
    public static string? Fault(string? password, string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        if (password is null || password.Length < Shortest) return $"The password is too short. Use at least {Shortest} characters.";
        if (password.Length > Longest) return $"The password is too long. Use at most {Longest} characters.";
        if (password.Any(char.IsControl) || char.IsWhiteSpace(password[0]) || char.IsWhiteSpace(password[^1]))
            return "The password starts or ends with a space, or contains a line break. Remove those.";
        if (password.Distinct().Count() < LeastDifferent || IsRow(password))
            return "The password is too easy to guess. Use different characters, not a series such as 12345678.";
        return string.Equals(password, title.Trim(), StringComparison.OrdinalIgnoreCase)
            ? "The password is the title of the sequence. Choose another."
            : null;
    }

    internal static string Hash(string password) => Hasher.HashPassword(Nobody, Plain(password));

    internal static bool Fits(string password, string hash) =>
        password.Length <= Longest && Hasher.VerifyHashedPassword(Nobody, hash, Plain(password)) != PasswordVerificationResult.Failed;

    /// <summary>The same letters from another keyboard are the same password.</summary>
    private static string Plain(string password)
    {
        try
        {
            return password.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Broken surrogates: compared as they are.
            return password;
        }
    }

    private static bool IsRow(string password)
    {
        var step = password[1] - password[0];
        return step is 1 or -1 && Enumerable.Range(1, password.Length - 1).All(i => password[i] - password[i - 1] == step);
    }
}
