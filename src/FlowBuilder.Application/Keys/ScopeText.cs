using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model.Accounts;

namespace FlowBuilder.Application.Keys;

/// <summary>Scopes as they are stored, and as people read them.</summary>
public static class ScopeText
{
    private static readonly (KeyScopes Scope, string Stored, string Words)[] All =
    [
        (KeyScopes.Ingest, "ingest", "send events"),
        (KeyScopes.Browser, "browser", "from a page, about new and anonymous people"),
        (KeyScopes.Read, "read", "read everything"),
        (KeyScopes.Manage, "manage", "change customers, sequences, messages, to-dos and templates"),
        (KeyScopes.Approve, "approve", "approve and reject reviews"),
    ];

    public static string Write(KeyScopes scopes) => string.Join(' ', All.Where(one => scopes.HasFlag(one.Scope)).Select(one => one.Stored));

    public static KeyScopes Read(string stored) =>
        stored.Split(' ').Aggregate(KeyScopes.None, (scopes, word) => scopes | All.FirstOrDefault(one => one.Stored == word).Scope);

    /// <summary>What a key may do: “send events, from a server”, “read everything; approve and reject reviews”.</summary>
    public static string Say(KeyScopes scopes) => scopes == KeyScopes.Ingest ? "send events, from a server"
        : scopes == (KeyScopes.Ingest | KeyScopes.Browser) ? "send events, from a page"
        : string.Join("; ", All.Where(one => scopes.HasFlag(one.Scope)).Select(one => one.Words));

    /// <summary>A stored key as the program knows it.</summary>
    internal static CompanyKey ToKey(this ApiKeyRow row) =>
        new(
            row.Name, new CompanyId(row.CompanyId), row.Source, Read(row.Scopes),
            row.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
