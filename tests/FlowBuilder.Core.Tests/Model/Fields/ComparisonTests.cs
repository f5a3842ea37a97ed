using System.Globalization;
using System.Text.Json;
using CsCheck;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Tests.Model.Fields;

public sealed class ComparisonTests
{
    private static readonly TimeZoneInfo NewYork = LocalClock.Find("America/New_York")!;
    private static readonly DateTimeOffset Now = At("2026-06-10T16:00:00Z");

    private static readonly Gen<JsonElement?> AnyValue = Gen.OneOf(
        Gen.OneOf(
            "null", "\"\"", "\" \"", "[]", "{}", "true", "false", "0", "-1", "1e400", "1e-400", "123456789012345678901234567890123",
            "\"1\"", "\"1,5\"",
            "\"2026-06-10\"", "\"9999-12-31\"", "\"0001-01-01\"", "\"9999-12-31T23:59:59\"", "\"2026-06-10T12:00:00Z\"",
            "\"2026-06-10T12:00\"", "\"P30D\"", "\"-P30D\"",
            "\"-P999999M\"", "\"P999999Y\"", "\"\\ud800\"", "[\"a\",\"\\udfff\"]", "[1,2]", "[\"-P7D\",\"P7D\"]",
            "[null,[[\"x\"]],{\"a\":1}]", "{\"a\":\"\\ud800\"}"),
        Gen.Double.Select(number => JsonSerializer.Serialize(double.IsFinite(number) ? number : 0)),
        Gen.String.Select(text => JsonSerializer.Serialize(text)),
        Gen.Int[-4_000, 4_000].Select(days => JsonSerializer.Serialize(Duration.OfDays(days).ToString())),
        Gen.Int[-4_000, 4_000].Select(hours => JsonSerializer.Serialize(Now.AddHours(hours))))
        .Select(json => (JsonElement?)Json(json));

    private static readonly Gen<Operator> AnyOperator = Gen.Enum<Operator>();

    [Theory]
    [InlineData("\"Troy\"", Operator.Is, "\" troy \"", true)]
    [InlineData("5", Operator.Is, "\"5.0\"", true)]
    [InlineData("\"012\"", Operator.Is, "\"12\"", false)]
    [InlineData("true", Operator.Is, "\"true\"", true)]
    [InlineData("null", Operator.Is, "\"\"", true)]
    [InlineData("null", Operator.IsNot, "\"x\"", true)]
    [InlineData("[\"a\",\"b\"]", Operator.Is, "\"B\"", true)]
    [InlineData("\"2026-06-10T03:00:00Z\"", Operator.Is, "\"2026-06-09\"", true)]
    [InlineData("\"Lawn care\"", Operator.Contains, "\"CARE\"", true)]
    [InlineData("null", Operator.NotContains, "\"x\"", true)]
    [InlineData("[\"a\",\"bc\"]", Operator.Contains, "\"b\"", false)]
    [InlineData("\"Lawn care\"", Operator.StartsWith, "\"lawn\"", true)]
    [InlineData("\"Lawn care\"", Operator.EndsWith, "\"lawn\"", false)]
    [InlineData("\" \"", Operator.Empty, "null", true)]
    [InlineData("0", Operator.NotEmpty, "null", true)]
    [InlineData("\"640\"", Operator.Greater, "500", true)]
    [InlineData("500", Operator.Greater, "500", false)]
    [InlineData("500", Operator.AtLeast, "500", true)]
    [InlineData("null", Operator.Less, "500", false)]
    [InlineData("\"many\"", Operator.Less, "500", false)]
    [InlineData("500", Operator.Between, "[100,500]", true)]
    [InlineData("501", Operator.Between, "[100,500]", false)]
    [InlineData("\"b\"", Operator.In, "[\"a\",\"B\"]", true)]
    [InlineData("null", Operator.NotIn, "[\"a\"]", true)]
    [InlineData("\"2026-06-09\"", Operator.Before, "\"2026-06-10\"", true)]
    [InlineData("\"2026-06-10T20:00:00Z\"", Operator.After, "\"2026-06-10\"", false)]
    [InlineData("\"2026-06-11T04:00:00Z\"", Operator.After, "\"2026-06-10\"", true)]
    [InlineData("\"2026-05-11T16:00:00Z\"", Operator.Before, "\"-P30D\"", true)]
    [InlineData("\"2026-05-11T16:00:01Z\"", Operator.Before, "\"-P30D\"", false)]
    [InlineData("\"2026-05-11T16:00:01Z\"", Operator.After, "\"-P30D\"", true)]
    [InlineData("\"2026-06-12\"", Operator.Between, "[\"PT0S\",\"P7D\"]", true)]
    [InlineData("\"2026-06-18\"", Operator.Between, "[\"PT0S\",\"P7D\"]", false)]
    public void It_compares_as_people_expect(string actual, Operator op, string expected, bool holds) =>
        Comparison.Holds(Json(actual), op, Json(expected), Now, NewYork).ShouldBe(holds);

    [Fact]
    public void It_never_throws_whatever_the_values() =>
        Gen.Select(AnyValue, AnyOperator, AnyValue).Sample((actual, op, expected) =>
        {
            Comparison.Holds(actual, op, expected, Now, NewYork);
            Comparison.Holds(null, op, expected, Now, NewYork).ShouldBe(Comparison.Holds(default(JsonElement), op, expected, Now, NewYork));
            Comparison.MayTurnAt(actual, op, expected, Now, NewYork);
            Comparison.MayTurnAt(actual, op, null, DateTimeOffset.MaxValue, NewYork);
        }, iter: 20_000);

    [Fact]
    public void A_negative_comparison_is_the_opposite_of_its_positive_one() =>
        Gen.Select(
            AnyValue,
            Gen.OneOf(
                (Operator.Is, Operator.IsNot), (Operator.Contains, Operator.NotContains), (Operator.Empty, Operator.NotEmpty),
                (Operator.In, Operator.NotIn)),
            AnyValue)
            .Sample((actual, pair, expected) =>
                Comparison.Holds(actual, pair.Item1, expected, Now, NewYork)
                    .ShouldBe(!Comparison.Holds(actual, pair.Item2, expected, Now, NewYork)),
                iter: 5_000);

    [Fact]
    public void A_value_is_what_it_is() => AnyValue.Sample(value =>
    {
        if (value!.Value.GetRawText().Contains("\\u", StringComparison.Ordinal)) return;
        Comparison.Holds(value, Operator.Is, value, Now, NewYork).ShouldBeTrue(value.Value.GetRawText());
    });

    [Fact]
    public void A_relative_date_turns_exactly_when_it_says() =>
        Gen.Select(
            Gen.Int[-14, 14], Gen.Int[-400, 400], Gen.Int[-5_000_000, 5_000_000],
            Gen.OneOf(Operator.Before, Operator.After, Operator.Less, Operator.AtLeast))
            .Sample((months, days, seconds, op) =>
            {
                var distance = months * days >= 0 ? new Duration(months, days, TimeSpan.Zero) : Duration.OfDays(days);
                var actual = Json(JsonSerializer.Serialize(Now.AddSeconds(seconds)));
                var expected = Json(JsonSerializer.Serialize(distance.ToString()));
                bool Holds(DateTimeOffset at) => Comparison.Holds(actual, op, expected, at, NewYork);
                var turn = Comparison.MayTurnAt(actual, op, expected, Now, NewYork);
                if (turn is null)
                {
                    Holds(Now).ShouldBe(Holds(Now.AddYears(20)));
                    return;
                }

                turn.Value.ShouldBeGreaterThan(Now);
                Holds(turn.Value.AddTicks(-1)).ShouldBe(Holds(Now));
                Holds(turn.Value).ShouldBe(!Holds(Now));
                Comparison.MayTurnAt(actual, op, expected, turn.Value, NewYork).ShouldBeNull();
            }, iter: 5_000);

    [Fact]
    public void A_line_of_a_where_reads_a_dotted_path()
    {
        var properties = Properties.Parse("""{ "address": { "city": "Troy" } }""");

        new PropertyCondition("address.city", Operator.Is, Json("\"troy\"")).Holds(properties, Now, NewYork).ShouldBeTrue();
        new PropertyCondition(null).Holds(properties, Now, NewYork).ShouldBeTrue("nothing is nothing");
        new PropertyCondition("address.zip", Operator.NotEmpty).Holds(properties, Now, NewYork).ShouldBeFalse();
    }

    private static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static DateTimeOffset At(string iso) => DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture);
}
