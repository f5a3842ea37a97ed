using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Web.Api.Tracking;

/// <summary>Times in calls and files: every spelling that <see cref="DateText"/> reads, without an offset in UTC.</summary>
internal static class WrittenMoment
{
    /// <summary>The moment; null when the text is none.</summary>
    public static DateTimeOffset? Read(string? text) => Values.AsMoment(text, new ReadingRules(TimeZoneInfo.Utc));
}
