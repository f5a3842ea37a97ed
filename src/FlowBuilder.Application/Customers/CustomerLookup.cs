using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Reading;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Customers;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Customers;

/// <summary>Between the sender's ids and ours, within the company.</summary>
internal static class CustomerLookup
{
    /// <summary>The customer of a userId, in whatever spelling (<see cref="IdText"/>); null when there is none.</summary>
    public static async Task<CustomerId?> FindAsync(FlowBuilderContext context, string userId, CancellationToken cancellation)
    {
        // Ids from before there was one form are found as they were written.
        var normal = IdText.Normal(userId);
        var found = await context.CustomerKeys.AsNoTracking()
            .Where(key => key.Kind == CustomerKeyKind.User && (key.Value == userId || key.Value == normal))
            .ToListAsync(cancellation);
        return (found.Find(key => key.Value == userId) ?? found.FirstOrDefault()) is { } known ? new CustomerId(known.CustomerId) : null;
    }

    /// <summary>The same as a number for filters; 0, which no customer has, when there is none.</summary>
    public static async Task<long> NumberAsync(FlowBuilderContext context, string userId, CancellationToken cancellation) =>
        await FindAsync(context, userId, cancellation) is { } id ? id.Value : 0;

    /// <summary>The userIds of several customers.</summary>
    public static async Task<IReadOnlyDictionary<long, string?>> UserIdsAsync(
        FlowBuilderContext context, IEnumerable<long> customers, CancellationToken cancellation)
    {
        var wanted = customers.Distinct().ToArray();
        return await context.Customers.AsNoTracking().Where(row => wanted.Contains(row.Id)).Select(row => new { row.Id, row.UserId })
            .ToDictionaryAsync(row => row.Id, row => row.UserId, cancellation);
    }
}
