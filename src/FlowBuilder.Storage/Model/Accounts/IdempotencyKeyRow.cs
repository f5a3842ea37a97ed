using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Accounts;

/// <summary>The answer given to an unsafe call, kept 24 hours. Table <c>idempotency_keys</c>.</summary>
public sealed class IdempotencyKeyRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    /// <summary>The API key or user that called.</summary>
    public string Principal { get; set; } = "";

    public string Key { get; set; } = "";

    /// <summary>Method, path and body, hashed: the same key with another call is refused.</summary>
    public string RequestHash { get; set; } = "";

    /// <summary>HTTP status; 0 while the first call is being worked on.</summary>
    public int Status { get; set; }

    public string? ContentType { get; set; }

    /// <summary>JSON object of headers to repeat.</summary>
    public string? Headers { get; set; }

    public string? Body { get; set; }

    /// <summary>Numbers of the customers the answer tells of, each between two blanks; null: of
    /// none. The row goes when one of them is erased.</summary>
    public string? Customers { get; set; }

    /// <summary>System time of the first call.</summary>
    public DateTimeOffset At { get; set; }
}
