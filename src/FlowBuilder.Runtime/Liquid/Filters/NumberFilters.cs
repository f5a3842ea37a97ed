using FlowBuilder.Runtime.Liquid.Data;


namespace FlowBuilder.Runtime.Liquid.Filters;

/// <summary>Liquid's filters for numbers (shopify.dev/docs/api/liquid/filters): a text that spells
/// a number is one, whole numbers stay whole.</summary>
internal static class NumberFilters
{
    internal static IEnumerable<(string Name, Func<FilterCall, object?> Apply)> All { get; } =
    [
        ("plus", call => Both(call, (one, two) => one + two)),
        ("minus", call => Both(call, (one, two) => one - two)),
        ("times", call => Both(call, (one, two) => one * two)),
        ("divided_by", call => Both(call, Divided)),
        ("modulo", call => Both(call, (one, two) => one - two * Math.Floor(one / two))),
        ("at_least", call => Both(call, Math.Max)),
        ("at_most", call => Both(call, Math.Min)),
        ("abs", call => One(call, Math.Abs)),
        ("ceil", call => One(call, number => Whole(Math.Ceiling(number)))),
        ("floor", call => One(call, number => Whole(Math.Floor(number)))),
        ("round", call => LiquidNumbers.Kept(Rounded(LiquidNumbers.OrNought(call.Input), Math.Clamp(call.WholeAt(0, 0), 0, 28)))),
    ];

    /// <summary>What is missing stays missing: “costs 0” about a price nobody knows would be a lie.</summary>
    private static object? Both(FilterCall call, Func<decimal, decimal, decimal> apply) =>
        call.HasText ? LiquidNumbers.Kept(apply(LiquidNumbers.OrNought(call.Input), LiquidNumbers.OrNought(call.At(0)))) : null;

    private static object? One(FilterCall call, Func<decimal, decimal> apply) =>
        call.HasText ? LiquidNumbers.Kept(apply(LiquidNumbers.OrNought(call.Input))) : null;

    private static decimal Divided(decimal one, decimal two) =>
        LiquidNumbers.IsWhole(one) && LiquidNumbers.IsWhole(two) ? Whole(Math.Floor(one / two)) : LiquidNumbers.Tidy(one / two);

    private static decimal Rounded(decimal number, int places) =>
        places == 0 ? Whole(Math.Round(number, MidpointRounding.AwayFromZero)) : Math.Round(number, places, MidpointRounding.AwayFromZero);

    private static decimal Whole(decimal number) => decimal.Truncate(number);
}
