using System.Collections.Concurrent;
using System.Collections.Frozen;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Caching;

namespace FlowBuilder.Runtime.Templates;

/// <summary>All templates of all companies in memory, parsed once. Readers see one snapshot; a company is exchanged as a whole.</summary>
/// <param name="source">Where a company's templates are read at start and when told; null: only what is <see cref="Put"/> is there.</param>
public sealed class TemplateCache(ITemplateSource? source = null) : IReloadable
{
    private readonly ConcurrentDictionary<CompanyId, FrozenDictionary<string, Versions>> _companies = new();

    /// <summary>Puts a company's templates into the cache in place of those that were there.
    /// Revisions known already keep their parsed form.</summary>
    public void Put(CompanyId company, IEnumerable<TemplateVersion> templates)
    {
        ArgumentNullException.ThrowIfNull(templates);
        var known = _companies.GetValueOrDefault(company);
        _companies[company] = templates.GroupBy(template => template.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => new Versions(
                group.Select(
                    version => known?.GetValueOrDefault(version.Key)?.ByRevision.GetValueOrDefault(version.Revision) is { } parsed
                        && parsed.Version == version
                        ? parsed
                        : new ParsedTemplate(version))), StringComparer.Ordinal);
    }

    /// <inheritdoc />
    public async Task RefreshAsync(CompanyId company, CancellationToken cancellation)
    {
        if (source is not null) Put(company, await source.ReadAsync(company, cancellation));
    }

    /// <summary>A template at a revision, or at its newest; null when there is none.</summary>
    internal ParsedTemplate? Find(CompanyId company, string key, int? revision) =>
        Of(company) is { } templates && templates.TryGetValue(key, out var versions)
            ? revision is { } number ? versions.ByRevision.GetValueOrDefault(number) : versions.Newest
            : null;

    /// <summary>Whether a template, at any revision, has the address of a host written in it, and
    /// not only a merge field that came out as one.</summary>
    public bool Writes(CompanyId company, string template, string host)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        return Of(company) is { } templates && templates.TryGetValue(template, out var versions)
            && versions.ByRevision.Values.Any(version => Written(version.Version.Html, host) || Written(version.Version.Text, host));
    }

    private static bool Written(string? text, string host)
    {
        var written = "//" + host;
        for (var at = text?.IndexOf(written, StringComparison.OrdinalIgnoreCase)
            ?? -1; at >= 0; at = text.IndexOf(written, at + 1, StringComparison.OrdinalIgnoreCase))
            if (at + written.Length == text!.Length
                || text[at + written.Length] is '/' or ':' or '?' or '#' or '"' or '\'' or '<' or '&'
                || char.IsWhiteSpace(text[at + written.Length]))
                return true;
        return false;
    }

    private FrozenDictionary<string, Versions>? Of(CompanyId company) => _companies.GetValueOrDefault(company);

    private sealed class Versions
    {
        internal Versions(IEnumerable<ParsedTemplate> all)
        {
            ByRevision = all.ToFrozenDictionary(template => template.Version.Revision);
            Newest = ByRevision[ByRevision.Keys.Max()];
        }

        internal FrozenDictionary<int, ParsedTemplate> ByRevision { get; }

        internal ParsedTemplate Newest { get; }
    }
}
