using FlowBuilder.Application.Sequences.Answers;
using FlowBuilder.Application.Sequences.Protection;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Templates;

/// <summary>Reads a company's templates.</summary>
public sealed class TemplateQueries(IDbContextFactory<FlowBuilderContext> contexts, ProtectedSequences guarded)
{
    /// <summary>All of them, in the order of their names.</summary>
    public async Task<IReadOnlyList<TemplateView>> AllAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var rows = await context.Templates.AsNoTracking().ToListAsync(cancellation);
        return [.. rows.OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase).Select(Of)];
    }

    /// <summary>Those behind a key, in the order of their keys.</summary>
    public async Task<IReadOnlyList<TemplateView>> ListAsync(CompanyId company, string behind, int take, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var keys = await context.Templates.AsNoTracking().Select(row => row.Key).ToListAsync(cancellation);
        var shown = keys.Where(key => string.CompareOrdinal(key, behind) > 0).Order(StringComparer.Ordinal).Take(take).ToArray();
        var rows = await context.Templates.AsNoTracking().Where(row => shown.Contains(row.Key)).ToListAsync(cancellation);
        return [.. rows.OrderBy(row => row.Key, StringComparer.Ordinal).Select(Of)];
    }

    /// <summary>One of them; null when there is none of that key.</summary>
    public async Task<TemplateView?> FindAsync(CompanyId company, string key, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.Templates.AsNoTracking().FirstOrDefaultAsync(row => row.Key == key, cancellation) is { } row ? Of(row) : null;
    }

    /// <summary>Which of these keys the company has.</summary>
    public async Task<IReadOnlyList<string>> KnownAsync(CompanyId company, IReadOnlyCollection<string> keys, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.Templates.Where(row => keys.Contains(row.Key)).Select(row => row.Key).ToListAsync(cancellation);
    }

    /// <summary>What a template said before, newest first.</summary>
    public async Task<IReadOnlyList<TemplateRevision>> RevisionsAsync(
        CompanyId company, string key, int take, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.TemplateRevisions.AsNoTracking().Where(row => row.Key == key).OrderByDescending(row => row.Revision).Take(take)
            .Select(
                row => new TemplateRevision(
                    row.Revision, row.Name, row.Channel, row.Purpose, row.Subject, row.Html, row.Text, row.CreatedAt, row.CreatedBy))
            .ToListAsync(cancellation);
    }

    /// <summary>Template key to the sequences that name it, by title; archived sequences are left out.</summary>
    public async Task<ILookup<string, TemplateUse>> UsesAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await TemplateUses.ReadAsync(context, cancellation);
    }

    /// <summary>The protected sequences that send a template, by title.</summary>
    public async Task<IReadOnlyList<ProtectedSequence>> GuardsAsync(CompanyId company, string key, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await guarded.SendingAsync(context, key, cancellation);
    }

    private static TemplateView Of(TemplateRow row) =>
        new(row.Key, row.Name, row.Channel, row.Purpose, row.Subject, row.Html, row.Text, row.Revision, row.UpdatedAt, row.UpdatedBy);
}
