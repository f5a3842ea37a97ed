namespace FlowBuilder.Core.Model.Companies;

/// <summary>Hours of the day in which messages may leave, from (included) to (excluded). A window
/// over midnight has <c>From &gt; To</c>.</summary>
public sealed record AllowedHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Whether a local time of day lies inside.</summary>
    public bool Contains(TimeOnly time) => From == To || time.IsBetween(From, To);
}
