using System.Net.Mail;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Time;
using FlowBuilder.Storage.Addresses;

namespace FlowBuilder.Application.Companies;

/// <summary>Looks a company's settings over before they are saved. What is typed untidily is
/// tidied; what cannot work is told, each with its field.</summary>
public static class CompanyCheck
{
    public const int MostHolidays = 400;
    private const int LongestLine = 200;

    /// <summary>The draft with blanks trimmed, empty texts as none, and a website with its scheme.</summary>
    public static CompanyDraft Tidy(CompanyDraft draft) => draft with
    {
        Name = Line(draft.Name) ?? "",
        Address = Line(draft.Address),
        Phone = Line(draft.Phone),
        Email = Line(draft.Email),
        TimeZone = draft.TimeZone.Trim(),
        Website = Line(draft.Website) is { } website && !website.Contains("://", StringComparison.Ordinal)
            ? $"https://{website}"
            : Line(draft.Website),
        EmailHours = draft.EmailHours is { } hours && hours.From == hours.To ? null : draft.EmailHours,
        BusinessHours = [.. draft.BusinessHours.OrderBy(open => ((int)open.Day + 6) % 7).ThenBy(open => open.From)],
    };

    /// <summary>Everything wrong with a tidy draft.</summary>
    public static IReadOnlyList<FieldFault> Find(CompanyDraft draft)
    {
        var faults = new List<FieldFault>();
        Fault(faults, "name", draft.Name.Length == 0, "Give the company a name; it appears at the bottom of every email.");
        foreach (var (field, text, most) in (ReadOnlySpan<(string, string?, int)>)[
            ("name", draft.Name, 100), ("address", draft.Address, LongestLine), ("email", draft.Email, LongestLine),
            ("website", draft.Website, LongestLine)
        ])
        {
            Fault(faults, field, text?.Length > most, $"This is longer than {most} characters. Shorten it.");
            Fault(faults, field, text?.Any(char.IsControl) == true, "This contains a character that cannot be shown. Type it again.");
        }

        Fault(
            faults, "phone", draft.Phone is { } phone && PhoneForm.Of(phone, draft.Country) is null,
            "This is not a phone number. Enter ten digits, or start with + and the country code.");
        Fault(faults, "country", !CompanyCountries.All.ContainsKey(draft.Country), "Choose a country from the list.");
        Fault(
            faults, "email", draft.Email is { } email && !IsEmail(email),
            "This is not an email address. Write it like office@example.com.");
        Fault(
            faults, "website", draft.Website is { } website && !IsWebsite(website),
            "This is not a web address. Write it like www.example.com.");
        Fault(
            faults, "time-zone", LocalClock.Find(draft.TimeZone) is null || !draft.TimeZone.Contains('/', StringComparison.Ordinal),
            "Choose a time zone from the list.");
        Hours(faults, draft.BusinessHours);
        Fault(
            faults, "text-hours", draft.TextHours.From == draft.TextHours.To,
            "“From” and “until” are the same. Texts at any hour of the night are not allowed; choose hours.");
        Fault(faults, "frequency-cap", draft.FrequencyCap is { Messages: < 1 or > 100 }, "Choose between 1 and 100 messages.");
        Fault(
            faults, "frequency-cap",
            draft.FrequencyCap is { } cap && (cap.Within < TimeSpan.FromHours(1) || cap.Within > TimeSpan.FromDays(366)),
            "Choose a time between an hour and a year.");
        Fault(
            faults, "holidays", draft.Holidays.Count > MostHolidays,
            $"There can be at most {MostHolidays} days. Remove the ones that have passed.");
        Fault(
            faults, "holidays", draft.Holidays.Any(day => day.Year is < 2000 or > 2100),
            "A holiday is before 2000 or after 2100. Remove it.");
        return faults;
    }

    private static void Hours(List<FieldFault> faults, IReadOnlyList<OpenHours> hours)
    {
        foreach (var day in hours.GroupBy(open => open.Day))
        {
            var spans = day.OrderBy(open => open.From).ToArray();
            if (spans.FirstOrDefault(open => open.To <= open.From) is { } wrong)
                Fault(
                    faults, "business-hours", true,
                    $"On {day.Key} the office closes ({ClockWords.Of(wrong.To)}) before it opens ({ClockWords.Of(wrong.From)}).");
            else if (spans.Zip(spans.Skip(1)).Any(pair => pair.Second.From < pair.First.To))
                Fault(faults, "business-hours", true, $"On {day.Key} two of the times overlap.");
        }
    }

    private static bool IsEmail(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);

    private static bool IsWebsite(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && url.UserInfo.Length == 0
        && url.Host.Contains('.', StringComparison.Ordinal);

    private static string? Line(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? null
            : string.Join(
                ' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Trim();

    private static void Fault(List<FieldFault> faults, string field, bool isWrong, string words)
    {
        if (isWrong && faults.All(fault => fault.Field != field)) faults.Add(new FieldFault(field, words));
    }
}

/// <summary>What is wrong with a field, and what to do.</summary>
public sealed record FieldFault(string Field, string Words);
