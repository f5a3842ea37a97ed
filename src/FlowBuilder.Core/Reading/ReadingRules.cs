namespace FlowBuilder.Core.Reading;

/// <summary>How values without more are read: by whose wall clock, and in which order of day and month.</summary>
/// <param name="Zone">Where times without offset are meant.</param>
/// <param name="Order">What 05/12/2026 means.</param>
/// <param name="Phones">Who knows phone numbers; null: they are compared as texts.</param>
/// <param name="Country">Where numbers without a plus are at home.</param>
public readonly record struct ReadingRules(
    TimeZoneInfo Zone, DayOrder Order = DayOrder.MonthFirst, IPhoneNumbers? Phones = null, string? Country = null)
{
    /// <summary>A zone alone, where no company speaks: months stand first.</summary>
    public static implicit operator ReadingRules(TimeZoneInfo zone) => new(zone);

    /// <inheritdoc cref="op_Implicit"/>
    public static ReadingRules FromTimeZoneInfo(TimeZoneInfo zone) => new(zone);
}
