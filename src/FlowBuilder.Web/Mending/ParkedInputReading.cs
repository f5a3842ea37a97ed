using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Engine;
using FlowBuilder.Web.Api.Customers;
using FlowBuilder.Web.Api.Lists;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Mending;

/// <summary>Reads what was set aside. What broke in the program's own words stays in the database: it is for whoever mends the program.</summary>
internal static class ParkedInputReading
{
    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<(long Id, ParkedInputView View)>> ReadAsync(FlowBuilderContext context, long before, int take, CancellationToken cancellation)
    {
        var rows = await context.ParkedInputs.AsNoTracking().Where(row => row.Id < before).OrderByDescending(row => row.Id).Take(take)
            .Select(row => new { row.Id, row.CustomerId, row.At, row.Kind, row.Input, row.Tries }).ToListAsync(cancellation);
        var customers = await CustomerLookup.UserIdsAsync(context, rows.Select(row => row.CustomerId), cancellation);
        return [.. rows.Select(row =>
        {
            var input = StoredInput.Read(row.Input);
            return (row.Id, new ParkedInputView(RowId.Write(row.Id), row.At, row.Kind.Length == 0 ? "unknown" : row.Kind, InputWords.Of(row.Kind, input), customers.GetValueOrDefault(row.CustomerId), row.Tries, input is not null));
        })];
    }

    /// <summary>How many there are.</summary>
    public static Task<int> CountAsync(FlowBuilderContext context, CancellationToken cancellation) => context.ParkedInputs.CountAsync(cancellation);
}

/// <summary>An input that broke its turn and was set aside.</summary>
/// <param name="Id">Of the input.</param>
/// <param name="At">When it broke last; system time.</param>
/// <param name="Kind">Which input, such as due or happened; unknown in those an older version set aside.</param>
/// <param name="Words">What was not done.</param>
/// <param name="Customer">Whose turn it was.</param>
/// <param name="Tries">How often it was tried again and broke again.</param>
/// <param name="CanBeTriedAgain">False: it can only be given up.</param>
internal sealed record ParkedInputView(string Id, DateTimeOffset At, string Kind, string Words, string? Customer, int Tries, bool CanBeTriedAgain);
