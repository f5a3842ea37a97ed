namespace FlowBuilder.Runtime.Storage.Model;

/// <summary>Who did what when; append-only. Table <c>audit_log</c>.</summary>
public sealed class AuditLogRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long Id { get; set; }

    /// <summary>System time.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The person or key.</summary>
    public string By { get; set; } = "";

    /// <summary>A verb such as <c>sequence.publish</c>.</summary>
    public string Action { get; set; } = "";

    /// <summary>What it was done to.</summary>
    public string? Subject { get; set; }

    /// <summary>JSON object.</summary>
    public string? Details { get; set; }
}
