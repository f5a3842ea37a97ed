namespace FlowBuilder.Runtime.Storage.Model;

/// <summary>Who did what when; append-only, each line sealed to the one before it. Table <c>audit_log</c>. Written through <see cref="AuditLog.AuditTrail"/>.</summary>
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

    /// <summary>Hexadecimal SHA-256 over the line and the hash of the line before it.</summary>
    public string Hash { get; set; } = "";
}
