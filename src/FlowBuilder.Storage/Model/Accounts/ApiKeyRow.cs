using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Accounts;

/// <summary>A named principal for HTTP calls, known by the hash of its key. Table <c>api_keys</c>.</summary>
public sealed class ApiKeyRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Hexadecimal SHA-256 of the key; the key itself is stored nowhere.</summary>
    public string Hash { get; set; } = "";

    /// <summary>The key up to its secret, to recognise it by: <c>fb_</c> and the key's own number.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>ingest, read, manage, approve; separated by blanks.</summary>
    public string Scopes { get; set; } = "";

    /// <summary>The event source for de-duplication; survives key rotation.</summary>
    public string Source { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Name of who made it.</summary>
    public string CreatedBy { get; set; } = "";

    /// <summary>System time from which it opens nothing; null: it does not run out.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
