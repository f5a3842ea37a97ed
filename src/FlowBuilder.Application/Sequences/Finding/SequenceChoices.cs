using System.Text.Json;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences.Finding;

/// <summary>What the list can be filtered by beside words and status.</summary>
/// <param name="Labels">All labels that a sequence of the company has, in the order of the alphabet.</param>
/// <param name="Owners">Everybody who owns a sequence, by name.</param>
public sealed record SequenceChoices(IReadOnlyList<string> Labels, IReadOnlyList<(string Id, string Name)> Owners)
{
    public static SequenceChoices None { get; } = new([], []);

    /// <summary>Reads them for the context's company.</summary>
    public static async Task<SequenceChoices> ReadAsync(FlowBuilderContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var lists = await context.Sequences.AsNoTracking()
            .Where(row => row.Labels != null)
            .Select(row => row.Labels!).Distinct()
            .ToListAsync(cancellation);
        var owners = await context.Users.AsNoTracking()
            .Where(user => context.Sequences.Any(row => row.OwnerId == user.Id))
            .OrderBy(user => user.Name)
            .Select(user => new { user.Id, user.Name })
            .ToListAsync(cancellation);
        return new SequenceChoices(
            [.. lists.SelectMany(list => JsonSerializer.Deserialize<string[]>(list) ?? [])
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.OrdinalIgnoreCase)],
            owners.ConvertAll(owner => (owner.Id, owner.Name)));
    }
}
