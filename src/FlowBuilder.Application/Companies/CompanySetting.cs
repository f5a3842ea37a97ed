using System.Globalization;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Application.Companies;

/// <summary>One setting of a company: how it is told in words, and how it is taken over from one draft into another.</summary>
/// <param name="Field">Name of the field on the page; errors carry it.</param>
/// <param name="Name">In the middle of a sentence: “the time zone”.</param>
/// <param name="Words">The setting in words. Two drafts with the same words have the same setting.</param>
/// <param name="Take">The first draft with this setting of the second.</param>
public sealed record CompanySetting(
    string Field, string Name, Func<CompanyDraft, string> Words, Func<CompanyDraft, CompanyDraft, CompanyDraft> Take)
{
    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<CompanySetting> All { get; } =
    [
        new("name", "the name", draft => draft.Name, (to, from) => to with { Name = from.Name }),
        new("address", "the address", draft => Or(draft.Address), (to, from) => to with { Address = from.Address }),
        new("country", "the country", draft => CompanyCountries.NameOf(draft.Country), (to, from) => to with { Country = from.Country }),
        new("phone", "the phone number", draft => Or(draft.Phone), (to, from) => to with { Phone = from.Phone }),
        new("email", "the email address", draft => Or(draft.Email), (to, from) => to with { Email = from.Email }),
        new("website", "the website", draft => Or(draft.Website), (to, from) => to with { Website = from.Website }),
        new("time-zone", "the time zone", draft => draft.TimeZone, (to, from) => to with { TimeZone = from.TimeZone }),
        new(
            "business-hours", "the business hours",
            draft => OpenHoursPhrases.Of(draft.BusinessHours) is { Length: > 0 } hours ? hours : "closed every day",
            (to, from) => to with { BusinessHours = from.BusinessHours }),
        new("text-hours", "the hours for texts", draft => Hours(draft.TextHours), (to, from) => to with { TextHours = from.TextHours }),
        new(
            "email-hours", "the hours for emails", draft => Hours(draft.EmailHours),
            (to, from) => to with { EmailHours = from.EmailHours }),
        new(
            "frequency-cap", "the most messages to one customer", draft => Cap(draft.FrequencyCap),
            (to, from) => to with { FrequencyCap = from.FrequencyCap }),
        new("holidays", "the holidays", draft => Days(draft.Holidays), (to, from) => to with { Holidays = from.Holidays }),
        new(
            "day-order", "the order of day and month", draft => DayOrderText.Of(draft.DayOrder),
            (to, from) => to with { DayOrder = from.DayOrder }),
        new(
            "publishing", "who can publish sequences",
            draft => draft.PublishingNeedsManager ? "managers, admins and owners" : "marketers too",
            (to, from) => to with { PublishingNeedsManager = from.PublishingNeedsManager }),
    ];

    /// <summary>Whether two drafts have it alike.</summary>
    public bool IsSame(CompanyDraft one, CompanyDraft other) => Words(one) == Words(other);

    private static string Or(string? text) => string.IsNullOrEmpty(text) ? "none" : text;

    private static string Hours(AllowedHours? hours) =>
        hours is null || hours.From == hours.To ? "any hour" : $"{ClockWords.Of(hours.From)}-{ClockWords.Of(hours.To)}";

    private static string Cap(FrequencyCap? cap) => cap is null ? "no limit" : $"{cap.Messages} in {cap.Time}";

    private static string Days(IReadOnlyCollection<DateOnly> days) =>
        days.Count == 0 ? "none" : string.Join(", ", days.Select(day => day.ToString(ClockWords.Day, CultureInfo.InvariantCulture)));
}
