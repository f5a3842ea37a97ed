namespace FlowBuilder.Application.Accounts;

/// <summary>Names of people, companies and passkeys as typed: one line of moderate length.</summary>
public static class TypedName
{
    public const int Longest = 100;

    /// <summary>The name with single blanks; null when nothing of it can be seen or it is too long.</summary>
    public static string? Read(string? typed, int longest = Longest)
    {
        var name = string.Join(
            ' ',
            string.Concat((typed ?? "").Select(letter => char.IsControl(letter) ? ' ' : letter))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return name.Length > 0 && name.Length <= longest && name.Any(char.IsLetterOrDigit) ? name : null;
    }
}
