using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Model.Companies;

/// <summary>At most <paramref name="Messages"/> marketing messages to one customer within <paramref name="Within"/>.</summary>
public sealed record FrequencyCap(int Messages, TimeSpan Within)
{
    /// <summary>The time in words: “7 days”, “12 hours”.</summary>
    public string Time =>
        (Within.Ticks % TimeSpan.TicksPerDay == 0 ? Duration.OfDays((int)Within.TotalDays) : Duration.Of(Within)).ToWords();
}
