using System.Collections.Immutable;

namespace FlowBuilder.Core.Model.Companies;

/// <summary>When the office is open on one day of the week, in the company's zone.</summary>
/// <param name="Day">The weekday.</param>
/// <param name="From">Opens.</param>
/// <param name="To">Closes; later than <paramref name="From"/>.</param>
public sealed record OpenHours(DayOfWeek Day, TimeOnly From, TimeOnly To)
{
    /// <summary>Monday to Friday, 08:00-17:00: the default of a new company.</summary>
    public static ImmutableArray<OpenHours> Weekdays { get; } =
        [.. Enumerable.Range((int)DayOfWeek.Monday, 5)
            .Select(day => new OpenHours((DayOfWeek)day, new TimeOnly(8, 0), new TimeOnly(17, 0)))];
}
