using System.Collections.Immutable;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Application.Companies;

/// <summary>The settings of a company that its own people change on the company page. Two with the same words are the same.</summary>
public sealed record CompanyDraft
{
    public string Name { get; init; } = "";

    public string? Address { get; init; }

    /// <summary>Two letters; how phone numbers without a country's code are read.</summary>
    public string Country { get; init; } = "US";

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Website { get; init; }

    /// <summary>IANA name.</summary>
    public string TimeZone { get; init; } = "";

    public ImmutableArray<OpenHours> BusinessHours { get; init; } = [];

    public AllowedHours TextHours { get; init; } = new(new TimeOnly(8, 0), new TimeOnly(21, 0));

    /// <summary>Null: emails leave at any hour.</summary>
    public AllowedHours? EmailHours { get; init; }

    public FrequencyCap? FrequencyCap { get; init; }

    public ImmutableSortedSet<DateOnly> Holidays { get; init; } = [];

    public bool PublishingNeedsManager { get; init; }

    /// <summary>Null: as is usual in the company's country.</summary>
    public DayOrder? DayOrder { get; init; }

    /// <summary>The settings as they are.</summary>
    public static CompanyDraft Of(Company company)
    {
        ArgumentNullException.ThrowIfNull(company);
        return new CompanyDraft
        {
            Name = company.Name, Address = company.Address, Country = company.Country, Phone = company.Phone, Email = company.Email,
            Website = company.Website, TimeZone = company.TimeZone,
            BusinessHours = company.BusinessHours, TextHours = company.TextHours, EmailHours = company.EmailHours,
            FrequencyCap = company.FrequencyCap,
            Holidays = company.Holidays, PublishingNeedsManager = company.PublishingNeedsManager, DayOrder = company.DayOrder,
        };
    }
}
