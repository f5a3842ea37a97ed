namespace FlowBuilder.Storage.Model.Companies;

/// <summary>Who did what when; append-only, each line sealed to the one before it. Table
/// <c>audit_log</c>. Written through <c>AuditTrail</c>.</summary>
public sealed class AuditLogRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    /// <summary>Place in the company's chain, 1 the first. Given when the line is saved.</summary>
    public long Id { get; set; }

    /// <summary>System time.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Stable id of who did it, such as <c>user:lena</c> or <c>key:12</c>.</summary>
    public string ActorId { get; set; } = "";

    /// <summary>The person or key by name, as it was then.</summary>
    public string By { get; set; } = "";

    /// <summary>A verb such as <c>sequence.publish</c>.</summary>
    public string Action { get; set; } = "";

    /// <summary>Stable id of what it was done to.</summary>
    public string? Subject { get; set; }

    /// <summary>What was done, as a sentence without its subject: “published “Estimate follow-up” as version 3”.</summary>
    public string Words { get; set; } = "";

    /// <summary>How it was before, in words; null where there is no before.</summary>
    public string? Before { get; set; }

    /// <summary>How it is since, in words.</summary>
    public string? After { get; set; }

    /// <summary>Hexadecimal seal over the line and the seal of the line before it: HMAC-SHA256 with
    /// the key named in <see cref="SealedWith"/>, SHA-256 without.</summary>
    public string Hash { get; set; } = "";

    /// <summary>Name of the key; null in lines from before there were keys.</summary>
    public string? SealedWith { get; set; }
}
