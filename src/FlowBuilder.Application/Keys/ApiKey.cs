using FlowBuilder.Storage.Model.Accounts;

namespace FlowBuilder.Application.Keys;

/// <summary>A key as the company's people see it; the secret is never seen again.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Prefix">By which it is recognised.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Source">Whose events it brings.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="LastUsedAt">To the minute; null: never.</param>
/// <param name="ExpiresAt">When it opens nothing any more; null: never.</param>
/// <param name="RevokedAt">When somebody took it back.</param>
public sealed record ApiKey(
    long Id, string Name, string Prefix, KeyScopes Scopes, string Source, DateTimeOffset CreatedAt, string? CreatedBy,
    DateTimeOffset? LastUsedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt)
{
    /// <summary>Whether it opens anything.</summary>
    public bool IsLive(DateTimeOffset now) => RevokedAt is null && !(ExpiresAt <= now);

    internal static ApiKey Of(ApiKeyRow row) =>
        new(
            row.Id, row.Name, row.Prefix, ScopeText.Read(row.Scopes), row.Source, row.CreatedAt, row.CreatedBy, row.LastUsedAt,
            row.ExpiresAt, row.RevokedAt);
}
