using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Whereabouts;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Model.Companies;

/// <summary>What steps and policies may know of the company: its clock, its hours, its people.</summary>
public sealed record Company
{
    private readonly string? _country;

    public required CompanyId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>IANA name such as <c>America/New_York</c>.</summary>
    public string TimeZone { get; init; } = "America/New_York";

    /// <summary>Where the company is, as two letters (ISO 3166): phone numbers without a country's code
    /// are read as this country's. As long as nobody has chosen one (null), that of its zone.</summary>
    [AllowNull]
    public string Country { get => _country ?? Countries.OfZone(TimeZone) ?? "US"; init => _country = value; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    /// <summary>One line, printed under marketing emails.</summary>
    public string? Address { get; init; }

    public string? Website { get; init; }

    /// <summary>The subscription the company is on; sequences are for Growth and Enterprise.</summary>
    public Subscription Subscription { get; init; } = Subscription.Growth;

    /// <summary>When emails may leave, in the recipient's zone. Null: at any hour (the default).</summary>
    public AllowedHours? EmailHours { get; init; }

    /// <summary>When texts may leave, in the recipient's zone. Default 08:00-21:00.</summary>
    public AllowedHours TextHours { get; init; } = new(new TimeOnly(8, 0), new TimeOnly(21, 0));

    /// <summary>When the office is open; days that are missing are closed. Default: Monday to Friday, 08:00-17:00.</summary>
    public ImmutableArray<OpenHours> BusinessHours { get; init; } = OpenHours.Weekdays;

    /// <summary>Marketers draw and test, but only managers, admins and owners publish.</summary>
    public bool PublishingNeedsManager { get; init; }

    /// <summary>Nobody works here whose sign-in has no second factor: an authenticator app or a passkey.</summary>
    public bool RequiresSecondFactor { get; init; }

    /// <summary>Days on which nobody works; waits for a window can skip them.</summary>
    public ImmutableSortedSet<DateOnly> Holidays { get; init; } = [];

    /// <summary>At most so many marketing messages to one customer in a time; null: no cap (the default).</summary>
    public FrequencyCap? FrequencyCap { get; init; }

    /// <summary>“Stop all sending now”: messages wait, nothing leaves.</summary>
    public bool SendingStopped { get; init; }

    /// <summary>Everybody who can be written to, owner included.</summary>
    public ImmutableArray<Person> People { get; init; } = [];

    /// <summary>The primary owner, or null when the company has no people yet.</summary>
    public Person? Owner => People.FirstOrDefault(person => person.IsPrimaryOwner);

    /// <summary>The company's zone; UTC when the stored name is unknown here.</summary>
    public TimeZoneInfo Zone => Time.LocalClock.Find(TimeZone) ?? TimeZoneInfo.Utc;

    /// <summary>What 05/12/2026 means where it is not written with the year first; null (the
    /// default): as is usual in the company's country.</summary>
    public DayOrder? DayOrder { get; init; }

    /// <summary>How dates are read that are not written with the year first.</summary>
    public DayOrder ReadsDates => DayOrder ?? (Country is "US" or "PH" or "GU" ? Reading.DayOrder.MonthFirst : Reading.DayOrder.DayFirst);

    /// <summary>Whether running enrollments are held because of the subscription.</summary>
    public bool HoldsSequences => Subscription == Subscription.Starter;
}
