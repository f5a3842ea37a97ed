using FlowBuilder.Core.Model.Companies;

namespace FlowBuilder.Storage.Model.Companies;

/// <summary>A company with its settings; the context shows only its own. Table <c>companies</c>. See <see cref="CompanyMap"/>.</summary>
public sealed class CompanyRow
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string TimeZone { get; set; } = "America/New_York";

    public Subscription Subscription { get; set; } = Subscription.Growth;

    /// <summary>“Stop all sending now”.</summary>
    public bool SendingStopped { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Address { get; set; }

    public string? Website { get; set; }

    /// <summary>JSON of <see cref="CompanySettings"/>: hours, holidays, cap.</summary>
    public string Settings { get; set; } = "{}";

    public DateTimeOffset CreatedAt { get; set; }
}
