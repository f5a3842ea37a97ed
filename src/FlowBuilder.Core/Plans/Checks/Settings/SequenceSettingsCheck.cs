using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans.Drawings;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Plans.Checks.Settings;

/// <summary><c>missing-setting</c> (title), <c>pass-limit</c>, <c>invalid-setting</c> of the sequence itself.</summary>
internal sealed class SequenceSettingsCheck : ICheck
{
    private const int MostPasses = 1_000;
    private const int MostDays = 3_650;

    public IEnumerable<Diagnostic> Look(Drawing drawing)
    {
        var settings = drawing.Document.Settings;
        if (string.IsNullOrWhiteSpace(drawing.Document.Title))
            yield return new Diagnostic("missing-setting", Severity.Error, null, "title", "The sequence has no title yet. Give it one.");
        if (settings.MaxPasses is < 1 or > MostPasses)
            yield return new Diagnostic(
                "pass-limit", Severity.Error, null, "settings.maxPasses",
                $"A customer can go around a loop 1 to {MostPasses:N0} times, not {settings.MaxPasses}.", "10");
        if (settings.ReEntry is ReEntry.AfterDays { Days: < 1 or > MostDays } days)
            yield return Invalid("settings.reEntry.days", $"Customers can enter again after 1 to {MostDays:N0} days, not {days.Days}.");
        if (settings.ReEntry is ReEntry.AfterEnd { AtMostEvery: { } every } && !IsUsable(every))
            yield return Invalid(
                "settings.reEntry.atMostEvery",
                "How often customers can enter again must be a time of up to 10 years, such as P1D for once a day.");
        if (!IsUsable(settings.ArmMemory))
            yield return Invalid(
                "settings.armMemory", "How long one part of an AND is remembered must be a time of up to 10 years, such as P30D.");
        if (settings.ReviewExpiresAfter is { } expires && !IsUsable(expires))
            yield return Invalid(
                "settings.reviewExpiresAfter", "The time after which a review expires must be up to 10 years, such as P7D.");
        if (settings.Review is not { } review) yield break;
        if (!IsUsable(review.ExpireAfter))
            yield return Invalid(
                "settings.review.expireAfter", "The time after which a review expires must be up to 10 years, such as P7D.");
        else if (review.RemindBefore is { } before && (!IsUsable(before) || before.Approximate >= review.ExpireAfter.Approximate))
            yield return Invalid(
                "settings.review.remindBefore",
                "The reminder must come while the review is waiting: choose a shorter time than the review's limit.");
    }

    private static bool IsUsable(Duration duration) =>
        duration is { IsNegative: false, IsZero: false } && duration.Approximate.TotalDays <= MostDays;

    private static Diagnostic Invalid(string field, string message) => new("invalid-setting", Severity.Error, null, field, message);
}
