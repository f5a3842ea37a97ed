using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Lists;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Engine;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Mending;

/// <summary>Reads what was set aside. What broke in the program's own words stays in the database:
/// it is for whoever mends the program.</summary>
public sealed class ParkedInputReader(IDbContextFactory<FlowBuilderContext> contexts)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<(long Id, ParkedInputView View)>> ReadAsync(
        CompanyId company, IdRange range, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var rows = await context.ParkedInputs.AsNoTracking()
            .Where(row => row.Id < range.Before)
            .OrderByDescending(row => row.Id)
            .Take(range.Take)
            .Select(row => new { row.Id, row.CustomerId, row.At, row.Kind, row.Input, row.Tries }).ToListAsync(cancellation);
        var customers = await CustomerLookup.UserIdsAsync(context, rows.Select(row => row.CustomerId), cancellation);
        return [.. rows.Select(row =>
        {
            var input = StoredInput.Read(row.Input);
            return (row.Id, new ParkedInputView(
                RowId.Write(row.Id), row.At, row.Kind.Length == 0 ? "unknown" : row.Kind, ParkedInputText.Of(row.Kind, input),
                customers.GetValueOrDefault(row.CustomerId), row.Tries, input is not null));
        })];
    }

    /// <summary>How many there are.</summary>
    public async Task<int> CountAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.ParkedInputs.CountAsync(cancellation);
    }
}

/// <summary>An input that broke its turn and was set aside.</summary>
/// <param name="Id">Of the input.</param>
/// <param name="At">When it broke last; system time.</param>
/// <param name="Kind">Which input, such as due or happened; unknown in those an older version set aside.</param>
/// <param name="Words">What was not done.</param>
/// <param name="Customer">Whose turn it was.</param>
/// <param name="Tries">How often it was tried again and broke again.</param>
/// <param name="CanBeTriedAgain">False: it can only be given up.</param>
public sealed record ParkedInputView(
    string Id, DateTimeOffset At, string Kind, string Words, string? Customer, int Tries, bool CanBeTriedAgain);
