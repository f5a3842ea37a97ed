using System.Globalization;
using CsCheck;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Tests.Reading;

/// <summary>Cases N01, N02.</summary>
public sealed class Numbers_as_people_write_them
{
    [Theory]
    [InlineData("12,50", 12.50)]
    [InlineData("499,99", 499.99)]
    [InlineData("0,500", 0.5)]
    [InlineData("1,250", 1250)]
    [InlineData("1.250", 1.25)]
    [InlineData("1,250.00", 1250)]
    [InlineData("1.250,00", 1250)]
    [InlineData("1.250.000", 1250000)]
    [InlineData("1,250,000.5", 1250000.5)]
    [InlineData("1 250", 1250)]
    [InlineData("1\u00a0250,50", 1250.5)]
    [InlineData("1\u202f250", 1250)]
    [InlineData("1'250.50", 1250.5)]
    [InlineData("1’250", 1250)]
    [InlineData("$1,250.00", 1250)]
    [InlineData("1250 USD", 1250)]
    [InlineData("USD 1250", 1250)]
    [InlineData("€ 12,50", 12.5)]
    [InlineData("12,50 €", 12.5)]
    [InlineData("-$5", -5)]
    [InlineData("$-5", -5)]
    [InlineData("5-", -5)]
    [InlineData("−5", -5)]
    [InlineData("(1,250.00)", -1250)]
    [InlineData(" 5 ", 5)]
    [InlineData("+5", 5)]
    [InlineData("1e3", 1000)]
    [InlineData(",5", 0.5)]
    public void A_number_is_read(string text, double number) => NumberText.Read(text).ShouldBe((decimal)number);

    [Theory]
    [InlineData("1,2,5,0")]
    [InlineData("1,25,000")]
    [InlineData("1.250.00")]
    [InlineData("1,250.000,5")]
    [InlineData("12:30")]
    [InlineData("2026-05-01")]
    [InlineData("12 XYZ")]
    [InlineData("five")]
    [InlineData("$")]
    [InlineData("-")]
    [InlineData("")]
    [InlineData("1-2")]
    [InlineData("--5")]
    [InlineData("P30D")]
    public void What_is_neither_is_no_number(string text) => NumberText.Read(text).ShouldBeNull();

    [Fact]
    public void All_spellings_of_one_number_are_equal() =>
        Gen.Select(Gen.Int[-9_999_999, 9_999_999], Gen.Int[0, 99]).Sample((whole, cents) =>
        {
            var number = whole + (whole < 0 ? -1 : 1) * (cents / 100m);
            var us = number.ToString("#,##0.00", CultureInfo.InvariantCulture);
            var digits = us.Replace(",", "", StringComparison.Ordinal);
            string Swapped(string groups, string point) =>
                us.Replace(",", "\u0001", StringComparison.Ordinal)
                    .Replace(".", point, StringComparison.Ordinal)
                    .Replace("\u0001", groups, StringComparison.Ordinal);
            foreach (var text in new[]
            {
                us, digits, Swapped(".", ","), Swapped(" ", ","), Swapped("'", "."), Swapped("\u00a0", ","), $"${us}", $"{us} USD",
                $" {us} ", $"EUR {Swapped(".", ",")}"
            })
                NumberText.Read(text).ShouldBe(number, text);
        });

    [Fact]
    public void What_is_read_reads_the_same_again() =>
        Gen.String.Sample(text =>
        {
            if (NumberText.Read(text) is { } number) NumberText.Read(number.ToString(CultureInfo.InvariantCulture)).ShouldBe(number);
        });
}
