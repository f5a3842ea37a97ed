using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Reading;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Customers;

/// <summary>By what rows of a file name somebody: the ids of the person, and the addresses that
/// serve as ids where a file has none.</summary>
/// <param name="Ids">Compared exactly, as ids are.</param>
public sealed record ImportedPerson(IReadOnlySet<string> Ids)
{
    /// <summary>Reads by what a customer is known.</summary>
    internal static async Task<ImportedPerson> ReadAsync(FlowBuilderContext context, CustomerId customer, CancellationToken cancellation)
    {
        var keys = await context.CustomerKeys.AsNoTracking()
            .Where(key => key.CustomerId == customer.Value)
            .Select(key => key.Value)
            .ToListAsync(cancellation);
        var row = await context.Customers.AsNoTracking()
            .Where(one => one.Id == customer.Value)
            .Select(one => new { one.UserId, one.Email, one.Phone })
            .FirstOrDefaultAsync(cancellation);
        return new ImportedPerson(((string?[])[.. keys, row?.UserId, EmailForm.Key(row?.Email), row?.Phone])
            .OfType<string>()
            .Where(id => id.Length > 0)
            .ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Whether a row is about the person.</summary>
    public bool Is(string? userId, string? anonymousId) =>
        (userId is not null && Ids.Contains(userId)) || (anonymousId is not null && Ids.Contains(anonymousId));
}
