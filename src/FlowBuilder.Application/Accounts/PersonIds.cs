using System.Globalization;
using System.Text;

namespace FlowBuilder.Application.Accounts;

/// <summary>Ids for new people, readable in what names them: “Maria López” becomes <c>maria-lopez</c>.</summary>
public static class PersonIds
{
    private const int Longest = 60;

    /// <summary>An id that is not among those taken.</summary>
    public static string Of(string name, IReadOnlyCollection<string> taken)
    {
        var plain = Plain(name);
        var id = plain;
        for (var number = 2; taken.Contains(id, StringComparer.OrdinalIgnoreCase); number++)
            id = $"{plain}-{number.ToString(CultureInfo.InvariantCulture)}";
        return id;
    }

    private static string Plain(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter)) text.Append(letter);
            else if (char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && text.Length > 0 && text[^1] != '-')
                text.Append('-');
        }

        var plain = text.ToString();
        plain = (plain.Length > Longest ? plain[..Longest] : plain).Trim('-');
        return plain.Length == 0 ? "person" : plain;
    }
}
