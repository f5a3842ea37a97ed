using CsCheck;
using FlowBuilder.Storage.Addresses;
using PhoneNumbers;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Addresses;

public sealed class PhoneFormTests
{
    private const string Keys = "0123456789+-() ./x";

    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();

    private static readonly string[] Countries =
    [
        "US", "CA", "GB", "IE", "FR", "DE", "AT", "CH", "IT", "ES", "PT", "NL", "BE", "LU", "DK", "SE", "NO", "FI", "PL", "CZ", "HU", "RO",
        "GR", "TR",
        "IL", "AE", "IN", "JP", "KR", "CN", "AU", "NZ", "ZA", "NG", "KE", "EG", "BR", "AR", "MX", "CL", "CO", "PE",
    ];

    /// <summary>What people, spreadsheets and programs make of a number. Each is applied to the
    /// international spelling, the others to both.</summary>
    private static readonly Func<string, string>[] Spellings =
    [
        text => text, text => $" {text} ", text => $"\u202a{text}\u202c", text => $"tel:{text}", text => text.Replace('-', '–'),
        text => text.Replace(" ", "\u00a0", StringComparison.Ordinal), text => text.Replace(' ', '.'), text => $"{text}.",
        text => $"'{text}", text => $"{text}\u200b",
        text => string.Concat(text.Select(letter => letter is >= '0' and <= '9' ? (char)('０' + (letter - '0')) : letter)),
        text => $"{text} x89", text => $"{text} ext. 12", text => $"Mobile: {text}", text => $"({text})",
    ];

    [Theory]
    [InlineData("0612345678", "FR", "+33612345678")]
    [InlineData("06 12 34 56 78", "FR", "+33612345678")]
    [InlineData("+33 (0)6 12 34 56 78", "US", "+33612345678")]
    [InlineData("+49 (0) 151 12345678", "US", "+4915112345678")]
    [InlineData("+15553030001 ", "US", "+15553030001")]
    [InlineData(" +15553030001", "US", "+15553030001")]
    [InlineData("(555 303 0002)", "US", "+15553030002")]
    [InlineData("555-303-0003.", "US", "+15553030003")]
    [InlineData("555–201–1234", "US", "+15552011234")]
    [InlineData("tel:+1-555-201-1234", "US", "+15552011234")]
    [InlineData("555-201-1234 x89", "US", "+15552011234")]
    [InlineData("555-201-1234 ext. 12", "US", "+15552011234")]
    [InlineData("5552011234.0", "US", "+15552011234")]
    [InlineData("011 33 6 12 34 56 78", "US", "+33612345678")]
    [InlineData("0033 6 12 34 56 78", "US", "+33612345678")]
    [InlineData("\u202a+1 555 201 1234\u202c", "US", "+15552011234")]
    [InlineData("1 (555) 201-1234", "US", "+15552011234")]
    [InlineData("15552011234", "FR", "+15552011234")]
    [InlineData("+52 1 55 5658 1111", "US", "+525556581111")]
    [InlineData("+5215556581111", "US", "+525556581111")]
    [InlineData("555-201-1234 #12", "US", "+15552011234")]
    [InlineData("+1 555 201 1234,,123#", "US", "+15552011234")]
    public void Every_spelling_is_one_number(string typed, string country, string number) => PhoneForm.Of(typed, country).ShouldBe(number);

    [Theory]
    [InlineData("0612345678")]
    [InlineData("06 12 34 56 78")]
    [InlineData("1234567890")]
    [InlineData("+10612345678")]
    [InlineData("0614 555 7802")]
    [InlineData("0 614 555 7801")]
    [InlineData("n/a")]
    [InlineData("none")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("123")]
    [InlineData("5.552011234E+9")]
    [InlineData("555-201-1234 or 555-201-1235")]
    [InlineData("call after 5")]
    [InlineData("ann@example.com")]
    public void What_cannot_be_one_is_none(string? typed) => PhoneForm.Of(typed, "US").ShouldBeNull();

    [Fact]
    public void Numbers_of_forty_countries_are_one_in_all_their_spellings()
    {
        Countries.Length.ShouldBeGreaterThanOrEqualTo(40);
        foreach (var country in Countries)
            foreach (var type in (PhoneNumberType[])[PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE])
            {
                if (Util.GetExampleNumberForType(country, type) is not { } example) continue;
                var expected = Util.Format(example, PhoneNumberFormat.E164);
                foreach (var spell in Spellings)
                {
                    foreach (var format in (PhoneNumberFormat[])[
                        PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.RFC3966
                    ])
                        if (spell(Util.Format(example, format)) is var abroad)
                            PhoneForm.Of(abroad, country == "US" ? "DE" : "US").ShouldBe(expected, $"{country}: {abroad}");
                    var home = spell(Util.Format(example, PhoneNumberFormat.NATIONAL));
                    PhoneForm.Of(home, country).ShouldBe(expected, $"{country}: {home}");
                }
            }
    }

    [Fact]
    public void The_form_of_a_form_is_the_same() =>
        Gen.Select(Gen.Int[0, Keys.Length - 1].Array[1, 25], Gen.Int[0, Countries.Length - 1]).Sample((letters, at) =>
        {
            var (typed, country) = (string.Concat(letters.Select(letter => Keys[letter])), Countries[at]);
            if (PhoneForm.Of(typed, country) is not { } number) return;
            PhoneForm.Of(number, country).ShouldBe(number, typed);
            PhoneForm.Of(number, "US").ShouldBe(number, typed);
        }, iter: 20_000);
}
