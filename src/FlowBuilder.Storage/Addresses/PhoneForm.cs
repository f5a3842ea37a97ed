using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using FlowBuilder.Core.Reading;
using PhoneNumbers;

namespace FlowBuilder.Storage.Addresses;

/// <summary>
/// The one normal form of phone numbers: E.164, as providers want it, read by libphonenumber. National numbers are read with the company's
/// country, where they must be valid ones (in North America any ten digits whose area code may exist: new ones come every year); numbers
/// with a plus must be possible ones. Extensions, labels, invisible characters and what spreadsheets make of numbers fall away.
/// </summary>
public static partial class PhoneForm
{
    /// <summary>The country taken where a company has none.</summary>
    public const string DefaultCountry = "US";

    private const int Longest = 80;
    private const int Remembered = 20_000;
    private static readonly char[] Around = ['"', '\'', '“', '”', '‘', '’', '`', '<', '>', ',', ';', ':', '.', '=', ' '];
    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();
    private static readonly ConcurrentDictionary<(string Country, string Typed), string?> Known = [];

    /// <summary>Countries with phone numbers, as two letters.</summary>
    public static IReadOnlyCollection<string> Countries => Util.GetSupportedRegions();

    /// <summary>The number as <c>+15551234567</c>; null when the text cannot be one.</summary>
    public static string? Of(string? typed, string? country)
    {
        if (string.IsNullOrEmpty(typed) || typed.Length > Longest) return null;
        var region = country is { Length: 2 } known ? known.ToUpperInvariant() : DefaultCountry;
        if (Known.TryGetValue((region, typed), out var before)) return before;
        var number = Settled(Read(typed, region));
        if (Known.Count >= Remembered) Known.Clear();
        return Known[(region, typed)] = number;
    }

    /// <summary>A number that is only a possible one may be read otherwise once it is written: until it is not.</summary>
    private static string? Settled(string? number)
    {
        for (var time = 0; number is not null && time < 5; time++)
        {
            if (International(number) is var again && again == number) return number;
            number = again;
        }

        return null;
    }

    private static string? Read(string typed, string region)
    {
        if (PlainText.OfAddress(typed) is not { } text) return null;
        text = Note().Replace(Picture().Replace(AsciiDigits.Of(text.Normalize(NormalizationForm.FormKC)), ""), "").Trim(Around);
        text = Label().Replace(text.StartsWith('(') ? Unbracketed(text) : text, "").Trim(Around);
        text = Decimals().Replace(text, "$1");
        if (Exponent().IsMatch(text)) return null;
        text = Extension().Replace(text, "").Trim(Around);
        if (text.StartsWith('(')) text = Unbracketed(text);
        if (!Shape().IsMatch(text)) return null;
        if (text[0] == '+') return International(OldMexican().Replace(text, "+52$1"));
        if (Parse(text, region) is { } national && IsOne(national)) return Write(national);
        if (text.StartsWith("00", StringComparison.Ordinal)) return International($"+{text[2..]}", validOnly: true);
        if (text.StartsWith("011", StringComparison.Ordinal)) return International($"+{text[3..]}", validOnly: true);
        // A spreadsheet has eaten the plus.
        return text.Count(char.IsAsciiDigit) > 10 && text[0] != '0' ? International($"+{text}", validOnly: true) : null;
    }

    /// <summary>“(555 303 0002)” and “(+1) 555 303 0002” without the brackets.</summary>
    private static string Unbracketed(string text)
    {
        if (text.IndexOf(')', StringComparison.Ordinal) == text.Length - 1) return text[1..^1].Trim(Around);
        var inside = text[1..].TrimStart(' ');
        return inside.StartsWith('+') && inside.IndexOf(')', StringComparison.Ordinal) is > 0 and var close
            ? inside.Remove(close, 1)
            : text;
    }

    private static string? International(string text, bool validOnly = false)
    {
        if (Parse(text, null) is { } number && IsOne(number, validOnly)) return Write(number);
        // A trunk zero in brackets where the country knows none.
        return text.Contains("(0)", StringComparison.Ordinal)
            && Parse(text.Replace("(0)", "", StringComparison.Ordinal), null) is { } other
            && IsOne(other, validOnly)
            ? Write(other)
            : null;
    }

    private static bool IsOne(PhoneNumber number, bool validOnly = true)
    {
        if (Util.IsValidNumber(number)) return true;
        if (number.CountryCode == 1)
            return number.NationalNumber is >= 2_000_000_000 and <= 9_999_999_999 && !number.HasNumberOfLeadingZeros;
        return !validOnly && Util.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE;
    }

    private static PhoneNumber? Parse(string text, string? region)
    {
        try
        {
            return Util.Parse(text, region);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static string Write(PhoneNumber number) => Util.Format(number, PhoneNumberFormat.E164);

    [GeneratedRegex(
        @"^((tel|sms|mms|callto|whatsapp|phone|mobile|cell|home|work|office|t|m|p|ph|mob)\.?\s*[:.]\s*(//)?)+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    /// <summary>“555 204 0001 (home)”: a label behind the number.</summary>
    [GeneratedRegex(
        @"(?<=[0-9])\s*(\s|[(\[]\s?)(home|mobile|mob|cell|cellphone|phone|work|office|main|business|private|landline|m|c|h|w|o)\.?\s?[)\]]?\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Note();

    /// <summary>Until 2019 a 1 stood before the ten digits of Mexican mobiles, and providers still write it.</summary>
    [GeneratedRegex(@"^\+52[\s().\-]*1[\s().\-]*((?:[0-9][\s().\-]*){10})$", RegexOptions.CultureInvariant)]
    private static partial Regex OldMexican();

    /// <summary>The picture of a telephone, and the like.</summary>
    [GeneratedRegex(@"^[\p{So}\p{Cs}\s]+", RegexOptions.CultureInvariant)]
    private static partial Regex Picture();

    /// <summary>5552011234.0</summary>
    [GeneratedRegex(@"^(\+?[0-9]{7,15})\.0+$", RegexOptions.CultureInvariant)]
    private static partial Regex Decimals();

    [GeneratedRegex(@"^[0-9.,]+E\+?[0-9]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Exponent();

    [GeneratedRegex(
        @"[\s,;]*(?:(\b|(?<=[0-9]))(x|ext|extn|extension|xtn|int|anexo|poste|durchwahl|dw)|#)[\s.:]*[0-9]{1,7}#?$|[,;]{1,3}[0-9]{1,7}#$|;ext=[0-9]{1,7}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Extension();

    /// <summary>Digits and what stands between them.</summary>
    [GeneratedRegex(@"^\+?[0-9\s()\[\]./~\-‐-―−·•]*[0-9][0-9\s()\[\]./~\-‐-―−·•]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
