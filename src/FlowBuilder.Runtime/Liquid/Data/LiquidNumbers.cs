using System.Numerics;
using System.Text.Json;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Runtime.Html;

namespace FlowBuilder.Runtime.Liquid.Data;

/// <summary>Numbers in texts: what conditions read as a number (<see cref="Values.AsNumber"/>) is
/// one here, so that both say the same of one field.</summary>
internal static class LiquidNumbers
{
    private const int Longest = 40;

    /// <summary>A number, or a text that spells one; null for anything else.</summary>
    internal static decimal? Read(object? value) => value switch
    {
        long number => number,
        int number => number,
        decimal number => number,
        double number => Math.Abs(number) < 7.9e28 ? (decimal)number : null,
        float number => Math.Abs(number) < 7.9e28f ? (decimal)number : null,
        BigInteger number => number >= (BigInteger)decimal.MinValue && number <= (BigInteger)decimal.MaxValue ? (decimal)number : null,
        HtmlFragment fragment => OfText(fragment.Source),
        string text => OfText(text),
        _ => null,
    };

    /// <summary>As Liquid calculates: what is no number counts as nought.</summary>
    internal static decimal OrNought(object? value) => Read(value) ?? 0;

    /// <summary>Whether a number has no decimal places, not even noughts.</summary>
    internal static bool IsWhole(decimal number) => number.Scale == 0;

    /// <summary>A number as texts keep it: whole ones without a point.</summary>
    internal static object Kept(decimal number) =>
        IsWhole(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : number;

    /// <summary>A quotient without the noughts and nines of its last places.</summary>
    internal static decimal Tidy(decimal quotient) => Math.Round(quotient, 10) / 1.0000000000000000000000000000m;

    private static decimal? OfText(string text) =>
        text.Length is > 0 and <= Longest && text.AsSpan().IndexOfAnyInRange('0', '9') >= 0
            ? Values.AsNumber(JsonSerializer.SerializeToElement(text))
            : null;
}
