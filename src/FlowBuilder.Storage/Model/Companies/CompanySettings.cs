using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Storage.Model.Companies;

/// <summary>The part of a company's settings that is stored as JSON. Members are added, never renamed.</summary>
public sealed record CompanySettings
{
    /// <summary>Null: emails leave at any hour.</summary>
    public AllowedHours? EmailHours { get; init; }

    public AllowedHours TextHours { get; init; } = new(new TimeOnly(8, 0), new TimeOnly(21, 0));

    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    public FrequencyCap? FrequencyCap { get; init; }

    /// <summary>When the office is open; days that are missing are closed.</summary>
    public IReadOnlyList<OpenHours> BusinessHours { get; init; } = OpenHours.Weekdays;

    /// <summary>Two letters; see <see cref="Company.Country"/>.</summary>
    public string? Country { get; init; }

    /// <summary>What 05/12/2026 means; null: as is usual in the company's country.</summary>
    public DayOrder? DayOrder { get; init; }

    /// <summary>Publishing needs a manager.</summary>
    public bool PublishingNeedsManager { get; init; }

    /// <summary>Nobody works here without a second factor.</summary>
    public bool RequiresSecondFactor { get; init; }
}
