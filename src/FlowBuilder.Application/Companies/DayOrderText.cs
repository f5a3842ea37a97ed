using FlowBuilder.Core.Reading;

namespace FlowBuilder.Application.Companies;

/// <summary>What the orders of day and month are called on screen.</summary>
public static class DayOrderText
{
    /// <summary>The choices of the company page, in the order of the list.</summary>
    public static IReadOnlyList<(string Value, string Words)> All { get; } =
        [("", Of(null)), (nameof(DayOrder.MonthFirst), Of(DayOrder.MonthFirst)), (nameof(DayOrder.DayFirst), Of(DayOrder.DayFirst))];

    /// <summary>An order in words.</summary>
    public static string Of(DayOrder? order) => order switch
    {
        DayOrder.MonthFirst => "month first: 12/05/2026 is December 5",
        DayOrder.DayFirst => "day first: 05/12/2026 is December 5",
        null => "as usual in the company's country",
    };

    /// <summary>The order of a choice.</summary>
    public static DayOrder? Read(string? value) => Enum.TryParse<DayOrder>(value, out var order) ? order : null;
}
