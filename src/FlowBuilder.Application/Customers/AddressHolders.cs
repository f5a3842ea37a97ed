using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Customers;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Customers;

/// <summary>Finds who has an address.</summary>
public sealed class AddressHolders(IDbContextFactory<FlowBuilderContext> contexts)
{
    /// <summary>Addresses looked up in one query.</summary>
    private const int AskedAtOnce = 500;

    /// <summary>Customers whose email address or phone number has one of these hashes.</summary>
    public async Task<IReadOnlyList<AddressHolder>> FindAsync(CompanyId company, IEnumerable<string> hashes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        await using var context = contexts.CreateFor(company);
        var found = new List<AddressHolder>();
        foreach (var some in hashes.Chunk(AskedAtOnce))
        {
            var holders = await context.Customers.AsNoTracking()
                .Where(row => row.MergedInto == null && (some.Contains(row.EmailHash) || some.Contains(row.PhoneHash)))
                .Select(row => new { row.Id, row.UserId, row.Email, row.Phone })
                .ToListAsync(cancellation);
            var nameless = holders.Where(row => row.UserId is null).Select(row => row.Id).ToArray();
            var anonymous = await context.CustomerKeys.AsNoTracking()
                .Where(key => key.Kind == CustomerKeyKind.Anonymous && nameless.Contains(key.CustomerId))
                .Select(key => new { key.CustomerId, key.Value })
                .ToListAsync(cancellation);
            var anonymousOf = anonymous.GroupBy(key => key.CustomerId).ToDictionary(group => group.Key, group => group.First().Value);
            found.AddRange(holders.Select(
                row => new AddressHolder(row.UserId, anonymousOf.GetValueOrDefault(row.Id), row.Email, row.Phone)));
        }

        return found;
    }
}

/// <summary>Somebody who has an address.</summary>
/// <param name="UserId">The id in the sender's system; null for a visitor nobody has named.</param>
/// <param name="AnonymousId">Of a visitor nobody has named.</param>
/// <param name="Email">As it was told.</param>
/// <param name="Phone">As it was told.</param>
public sealed record AddressHolder(string? UserId, string? AnonymousId, string? Email, string? Phone);
