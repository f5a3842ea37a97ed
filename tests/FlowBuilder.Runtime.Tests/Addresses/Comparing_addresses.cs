using System.Text.Json;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Reading;
using FlowBuilder.Storage.Addresses;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Addresses;

/// <summary>Conditions compare addresses by their normal form, in whatever field they stand and however both sides are spelled.</summary>
public sealed class Comparing_addresses
{
    private static readonly string[] Emails =
    [
        "ann@bücher.example", " ANN@Bücher.example", "ann@xn--bcher-kva.example", "mailto:ann@bücher.example",
        "Ann Lee <ann@bücher.example>", "\u200bann@XN--BCHER-KVA.example\u202c"
    ];
    private static readonly string[] Numbers =
    [
        "+15553030001", "(555) 303-0001", "555.303.0001", "1-555-303-0001", "+1 (555) 303 0001", "\u202a+1 555 303 0001\u202c", "5553030001"
    ];

    private static readonly ReadingRules American = new(TimeZoneInfo.Utc, Phones: new Phones(), Country: "US");

    [Fact]
    public void All_spellings_of_one_address_are_the_same_to_every_operator()
    {
        foreach (var spellings in (string[][])[Emails, Numbers])
            foreach (var one in spellings)
                foreach (var other in spellings)
                {
                    Holds(one, Operator.Is, other).ShouldBeTrue($"{one} is {other}");
                    Holds(one, Operator.IsNot, other).ShouldBeFalse($"{one} is not {other}");
                    Holds(one, Operator.In, new[] { "x", other }).ShouldBeTrue($"{one} in {other}");
                    Holds(one, Operator.NotIn, new[] { "x", other }).ShouldBeFalse($"{one} not in {other}");
                    Comparison.Unchanged(Json(one), Json(other), American).ShouldBeTrue($"{one} told as {other}");
                }
    }

    [Theory]
    [InlineData("ann@bücher.example", "bob@bücher.example")]
    [InlineData("ann@bücher.example", "ann@bucher.example")]
    [InlineData("(555) 303-0001", "(555) 303-0002")]
    [InlineData("(555) 303-0001", "+445553030001")]
    [InlineData("2026-05-01", "2026/05/02")]
    [InlineData("100-200-3000", "100-200-3001")]
    [InlineData("1234567", "12-345-67")]
    public void What_is_not_the_same_stays_apart(string one, string other)
    {
        Holds(one, Operator.Is, other).ShouldBeFalse();
        Holds(one, Operator.IsNot, other).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Ann@Bücher.example", Operator.EndsWith, "@xn--bcher-kva.example", true)]
    [InlineData("ann@xn--bcher-kva.example", Operator.EndsWith, "bücher.example", true)]
    [InlineData("ann@xn--bcher-kva.example", Operator.Contains, "@BÜCHER.example", true)]
    [InlineData("Ann Lee <ann@bücher.example>", Operator.StartsWith, "ann@", true)]
    [InlineData("ann@bücher.example", Operator.EndsWith, "@bucher.example", false)]
    [InlineData("(555) 303-0001", Operator.StartsWith, "+1 555", true)]
    [InlineData("(555) 303-0001", Operator.EndsWith, "303-0001", true)]
    [InlineData("+15553030001", Operator.Contains, "(555) 303", true)]
    [InlineData("+15553030001", Operator.NotContains, "555-304", true)]
    public void Part_of_an_address_is_found_in_every_spelling(string text, Operator op, string part, bool expected) =>
        Holds(text, op, part).ShouldBe(expected);

    [Fact]
    public void A_number_without_a_plus_is_at_home_in_the_companys_country()
    {
        var german = American with { Country = "DE" };
        Comparison.Same(Json("030 901820"), Json("+49 30 901820"), german).ShouldBeTrue();
        Comparison.Same(Json("030 901820"), Json("+49 30 901820"), American).ShouldBeFalse();
        Comparison.Same(Json("(555) 303-0001"), JsonSerializer.SerializeToElement(5553030001), American).ShouldBeTrue();
    }

    private static bool Holds(string actual, Operator op, object expected) =>
        Comparison.Holds(Json(actual), op, JsonSerializer.SerializeToElement(expected), DateTimeOffset.UnixEpoch, American);

    private static JsonElement Json(string text) => JsonSerializer.SerializeToElement(text);

    private sealed class Phones : IPhoneNumbers
    {
        public string? Phone(string? typed, string? country) => PhoneForm.Of(typed, country);
    }
}
