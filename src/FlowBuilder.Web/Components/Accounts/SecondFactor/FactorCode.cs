namespace FlowBuilder.Web.Components.Accounts.SecondFactor;

/// <summary>Codes as people type them: with blanks, dashes, small letters.</summary>
internal static class FactorCode
{
    private const int AppDigits = 6;
    private const int RecoveryHalf = 5;

    /// <summary>Letters and digits alone.</summary>
    public static string Of(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit));

    public static bool IsFromApp(string code) => code.Length == AppDigits && code.All(char.IsAsciiDigit);

    /// <summary>As recovery codes are kept.</summary>
    public static string AsRecoveryCode(string code) =>
        code.Length == 2 * RecoveryHalf ? $"{code[..RecoveryHalf]}-{code[RecoveryHalf..]}".ToUpperInvariant() : code;
}
