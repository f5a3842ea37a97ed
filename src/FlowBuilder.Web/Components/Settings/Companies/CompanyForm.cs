using System.Collections.Immutable;
using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Web.Components.Settings.Companies;

/// <summary>What stands on the company page's form at the moment.</summary>
internal sealed class CompanyForm
{
    /// <summary>How long a cap may count, in words; in the order of the list.</summary>
    public static IReadOnlyList<(string Words, TimeSpan Within)> CapTimes { get; } =
        [
            ("a day", TimeSpan.FromDays(1)), ("2 days", TimeSpan.FromDays(2)), ("3 days", TimeSpan.FromDays(3)),
            ("a week", TimeSpan.FromDays(7)), ("2 weeks", TimeSpan.FromDays(14)), ("30 days", TimeSpan.FromDays(30))
        ];

    public string Name { get; set; } = "";

    public string? Address { get; set; }

    public string Country { get; set; } = "US";

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Website { get; set; }

    public string TimeZone { get; set; } = "";

    public ImmutableArray<OpenHours> BusinessHours { get; set; } = [];

    public AllowedHours TextHours { get; set; } = new(new TimeOnly(8, 0), new TimeOnly(21, 0));

    public AllowedHours? EmailHours { get; set; }

    public bool HasCap { get; set; }

    public int CapMessages { get; set; } = 3;

    public long CapTicks { get; set; } = TimeSpan.TicksPerDay * 7;

    public ImmutableSortedSet<DateOnly> Holidays { get; set; } = [];

    public bool PublishingNeedsManager { get; set; }

    public DayOrder? DayOrder { get; set; }

    /// <summary>The times to choose from; one that came from elsewhere stands among them.</summary>
    public IEnumerable<(string Words, TimeSpan Within)> Times =>
        CapTimes.Any(time => time.Within.Ticks == CapTicks)
            ? CapTimes
            : CapTimes.Prepend((new FrequencyCap(1, new TimeSpan(CapTicks)).Time, new TimeSpan(CapTicks)));

    /// <summary>Fills the form.</summary>
    public void Fill(CompanyDraft draft)
    {
        (Name, Address, Country, Phone, Email, Website, TimeZone) =
            (draft.Name, draft.Address, draft.Country, draft.Phone, draft.Email, draft.Website, draft.TimeZone);
        (BusinessHours, TextHours, EmailHours, Holidays, PublishingNeedsManager) =
            (draft.BusinessHours, draft.TextHours, draft.EmailHours, draft.Holidays, draft.PublishingNeedsManager);
        DayOrder = draft.DayOrder;
        HasCap = draft.FrequencyCap is not null;
        if (draft.FrequencyCap is { } cap) (CapMessages, CapTicks) = (cap.Messages, cap.Within.Ticks);
    }

    /// <summary>What the form says.</summary>
    public CompanyDraft Read() => new()
    {
        Name = Name, Address = Address, Country = Country, Phone = Phone, Email = Email, Website = Website, TimeZone = TimeZone,
        BusinessHours = BusinessHours, TextHours = TextHours, EmailHours = EmailHours,
        FrequencyCap = HasCap ? new FrequencyCap(CapMessages, new TimeSpan(CapTicks)) : null, Holidays = Holidays,
        PublishingNeedsManager = PublishingNeedsManager, DayOrder = DayOrder,
    };
}
