using System.Text.Json;
using CsCheck;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Tests.Reading;

/// <summary>Cases I01, I02, I09, I10.</summary>
public sealed class Ids_have_one_form
{
    [Theory]
    [InlineData("undefined")]
    [InlineData("-none-")]
    [InlineData("__null__")]
    [InlineData("/undefined/")]
    [InlineData("not_set")]
    [InlineData("#N/A N/A")]
    [InlineData("%5Bobject%20Object%5D")]
    [InlineData("ｎｕｌｌ")]
    [InlineData("०")]
    [InlineData("UNDEFINED")]
    [InlineData(" Null ")]
    [InlineData("nil")]
    [InlineData("None")]
    [InlineData("NaN")]
    [InlineData("(null)")]
    [InlineData("<null>")]
    [InlineData("[undefined]")]
    [InlineData("\"null\"")]
    [InlineData("[object Object]")]
    [InlineData("[object Undefined]")]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("000")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("?")]
    [InlineData("n/a")]
    [InlineData("N/A")]
    [InlineData("#N/A")]
    [InlineData("<NA>")]
    [InlineData("null null")]
    [InlineData("undefined, undefined")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("{{user.id}}")]
    [InlineData("{{ customer.id }}")]
    [InlineData("${userId}")]
    [InlineData("%USER_ID%")]
    [InlineData("*|EMAIL|*")]
    [InlineData("<%= id %>")]
    [InlineData("anonymous")]
    [InlineData("true")]
    [InlineData("\u200bnull\u200b")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void What_programs_write_without_an_id_is_none(string? written) => IdText.Of(written).ShouldBeNull();

    [Theory]
    [InlineData("C2", "C2")]
    [InlineData(" C2 ", "C2")]
    [InlineData("\u00a0C2\u2003", "C2")]
    [InlineData("\ufeffC2\u200b", "C2")]
    [InlineData("1001.0", "1001")]
    [InlineData("1001.00", "1001")]
    [InlineData("1001", "1001")]
    [InlineData("007", "007")]
    [InlineData("-5.0", "-5")]
    [InlineData("1.5", "1.5")]
    [InlineData("1.2.0", "1.2.0")]
    [InlineData("1.23457E+11", "1.23457E+11")]
    [InlineData("inv-7 ", "inv-7")]
    [InlineData("Nullarbor", "Nullarbor")]
    [InlineData("Nilsson", "Nilsson")]
    [InlineData("none@example.com", "none@example.com")]
    [InlineData("100", "100")]
    [InlineData("cafe\u0301", "caf\u00e9")]
    [InlineData("客户", "客户")]
    [InlineData("😀", "😀")]
    public void Spellings_of_an_id_are_one(string written, string id) => IdText.Of(written).ShouldBe(id);

    [Theory]
    [InlineData("1001", "1001")]
    [InlineData("1001.0", "1001")]
    [InlineData("0", null)]
    [InlineData("true", null)]
    [InlineData("{}", null)]
    [InlineData("\"1001.0\"", "1001")]
    public void Numbers_in_json_are_ids_too(string json, string? id) => IdText.Of(JsonElement.Parse(json)).ShouldBe(id);

    [Fact]
    public void The_normal_form_of_a_normal_form_is_itself() =>
        Gen.String.Sample(text =>
        {
            var once = IdText.Normal(text);
            IdText.Normal(once).ShouldBe(once);
            IdText.IsPlaceholder(once).ShouldBe(IdText.IsPlaceholder(text));
        });

    [Fact]
    public void Blanks_invisible_characters_and_a_decimal_zero_make_no_other_id() =>
        Gen.Select(Gen.Int[1, 999_999_999], Gen.OneOf("", " ", "\u00a0", "\u200b", "\ufeff", "\t"), Gen.OneOf("", ".0", ".00")).Sample(
            (number, around, zeros) =>
                IdText.Of($"{around}{number}{zeros}{around}").ShouldBe(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
