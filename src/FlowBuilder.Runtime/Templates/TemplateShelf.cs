using System.Collections.Concurrent;
using System.Collections.Frozen;
using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Messages;

namespace FlowBuilder.Runtime.Templates;

/// <summary>All templates of all companies in memory, parsed once. Readers see one snapshot; a company is exchanged as a whole.</summary>
public sealed class TemplateShelf
{
    private readonly ConcurrentDictionary<CompanyId, FrozenDictionary<string, Versions>> _companies = new();

    /// <summary>Puts a company's templates on the shelf in place of those that were there. Revisions known already keep their parsed form.</summary>
    public void Put(CompanyId company, IEnumerable<TemplateVersion> templates)
    {
        ArgumentNullException.ThrowIfNull(templates);
        var known = _companies.GetValueOrDefault(company);
        _companies[company] = templates.GroupBy(template => template.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => new Versions(
                group.Select(version => known?.GetValueOrDefault(version.Key)?.ByRevision.GetValueOrDefault(version.Revision) is { } parsed && parsed.Version == version
                    ? parsed
                    : new ParsedTemplate(version))), StringComparer.Ordinal);
    }

    /// <summary>Reads a company's templates anew.</summary>
    public async Task LoadAsync(ITemplateSource source, CompanyId company, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        Put(company, await source.ReadAsync(company, cancellation).ConfigureAwait(false));
    }

    /// <summary>A template at a revision, or at its newest; null when there is none.</summary>
    internal ParsedTemplate? Find(CompanyId company, string key, int? revision) =>
        _companies.TryGetValue(company, out var templates) && templates.TryGetValue(key, out var versions)
            ? revision is { } number ? versions.ByRevision.GetValueOrDefault(number) : versions.Newest
            : null;

    /// <summary>What is known of every template of a company at its newest revision.</summary>
    public IReadOnlyList<TemplateInfo> NewestOf(CompanyId company) =>
        _companies.TryGetValue(company, out var templates) ? [.. templates.Values.Select(versions => versions.Newest.Info)] : [];

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
