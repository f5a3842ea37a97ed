using System.Diagnostics.CodeAnalysis;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Customers;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Suppressions;

/// <summary>Reads the list of suppressions, newest first.</summary>
public sealed class SuppressionReader(IDbContextFactory<FlowBuilderContext> contexts, ISuppressionList session)
{
    private const int AtOnce = 500;

    /// <summary>A page of the list.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="filter">What is wanted.</param>
    /// <param name="after">Behind this line; null: from the newest.</param>
    /// <param name="take">Lines at most.</param>
    /// <param name="cancellation">Gives up.</param>
    [SuppressMessage("Globalization", "CA1309", Justification = "The database compares.")]
    public async Task<IReadOnlyList<SuppressionView>> PageAsync(
        CompanyId company, SuppressionFilter filter, (DateTimeOffset At, SuppressionId Id)? after, int take, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var rows = context.Suppressions.AsNoTracking().Where(row => row.EndedAt == null);
        rows = filter.Reason is { } reason
            ? rows.Where(row => row.Reason == reason)
            : rows.Where(row => row.Reason != SuppressionReason.SoftBounces);
        if (filter.Channel is { } channel) rows = rows.Where(row => row.Channel == channel);
        if (!string.IsNullOrWhiteSpace(filter.Address))
        {
            var hashes = session.HashesOf(company, filter.Address);
            rows = rows.Where(row => hashes.Contains(row.Hash));
        }

        if (after is (var at, { Hash: var hash, Reason: var why }))
            rows = rows.Where(
                row => row.At < at || (row.At == at && (string.Compare(row.Hash, hash) > 0 || (row.Hash == hash && row.Reason > why))));
        var read = await rows.OrderByDescending(row => row.At)
            .ThenBy(row => row.Hash)
            .ThenBy(row => row.Reason)
            .Take(take)
            .ToListAsync(cancellation);
        var addresses = await session.AddressesAsync(company, read, cancellation);
        return [.. read.Select(
            row => new SuppressionView(
                IdOf(row).ToString(), row.Channel, row.Reason, addresses.GetValueOrDefault(row.Hash), row.At, row.Source))];
    }

    /// <summary>The whole list, page by page.</summary>
    public async IAsyncEnumerable<SuppressionView> AllAsync(
        CompanyId company, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        (DateTimeOffset, SuppressionId)? after = null;
        while (true)
        {
            var page = await PageAsync(company, new SuppressionFilter(), after, AtOnce, cancellation);
            foreach (var line in page) yield return line;
            if (page.Count < AtOnce || !SuppressionId.TryParse(page[^1].Id, out var last)) yield break;
            after = (page[^1].At, last);
        }
    }

    private static SuppressionId IdOf(SuppressionRow row) => new(row.Channel, row.Reason, row.Hash);
}

/// <summary>Which lines are wanted; a null member wants all.</summary>
public sealed record SuppressionFilter(Channel? Channel = null, SuppressionReason? Reason = null, string? Address = null);
