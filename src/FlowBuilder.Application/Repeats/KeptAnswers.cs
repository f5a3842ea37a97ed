using System.Globalization;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Repeats;

/// <summary>Answers of calls that carried a key against repeating: the same call gets the same answer for a day.</summary>
public sealed class KeptAnswers(IDbContextFactory<FlowBuilderContext> contexts, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>A first call that has not answered in this time was cut off: the next one takes its place.</summary>
    private static readonly TimeSpan GivenUp = TimeSpan.FromMinutes(2);

    /// <summary>Calls under way in a process before this one answer nobody any more: the embedded
    /// database has one program at a time.</summary>
    private readonly DateTimeOffset _begun = clock.GetUtcNow();

    /// <summary>Notes that the call is under way; what is kept of an earlier one when there is one.</summary>
    public async Task<KeptAnswer?> ClaimAsync(KeptCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        await using var context = contexts.CreateFor(call.Company);
        var (now, begun) = (clock.GetUtcNow(), _begun);
        var mine = Of(context, call);
        var (old, cut) = (now - Kept, now - GivenUp);
        await mine.Where(one => one.At < old || (one.Status == 0 && (one.At < cut || one.At < begun))).ExecuteDeleteAsync(cancellation);
        if (await mine.AsNoTracking().FirstOrDefaultAsync(cancellation) is { } earlier) return Answer(earlier);
        context.IdempotencyKeys.Add(new IdempotencyKeyRow
        {
            CompanyId = call.Company.Value, Principal = call.Principal, Key = call.Key, RequestHash = call.Hash, At = now
        });
        try
        {
            await context.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateException)
        {
            context.ChangeTracker.Clear();
            return Answer(
                await mine.AsNoTracking().FirstOrDefaultAsync(cancellation)
                ?? throw new InvalidOperationException("An idempotency key could not be stored."));
        }
    }

    /// <summary>Keeps the answer, unless one of those it tells of was erased meanwhile.</summary>
    /// <param name="call">Which call.</param>
    /// <param name="answer">What was answered.</param>
    /// <param name="customers">Numbers of the customers it tells of.</param>
    public async Task KeepAsync(KeptCall call, KeptAnswer answer, IReadOnlyCollection<long> customers)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(answer);
        await using var context = contexts.CreateFor(call.Company);
        var told = customers.Count == 0 ? null : $" {string.Join(' ', customers.Select(id => id.ToString(CultureInfo.InvariantCulture)))} ";
        await Of(context, call).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Customers, told)
                .SetProperty(one => one.Status, answer.Status)
                .SetProperty(one => one.ContentType, answer.ContentType)
                .SetProperty(one => one.Headers, answer.Headers).SetProperty(one => one.Body, answer.Body),
            CancellationToken.None);
        if (customers.Count > 0
            && await context.Customers.CountAsync(row => customers.Contains(row.Id), CancellationToken.None) < customers.Count)
            await Of(context, call).ExecuteDeleteAsync(CancellationToken.None);
    }

    /// <summary>Forgets the call: it may be tried again.</summary>
    public async Task ForgetAsync(KeptCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        await using var context = contexts.CreateFor(call.Company);
        await Of(context, call).ExecuteDeleteAsync(CancellationToken.None);
    }

    private static IQueryable<IdempotencyKeyRow> Of(FlowBuilderContext context, KeptCall call) =>
        context.IdempotencyKeys.Where(one => one.Principal == call.Principal && one.Key == call.Key);

    private static KeptAnswer Answer(IdempotencyKeyRow row) => new(row.RequestHash, row.Status, row.ContentType, row.Headers, row.Body);
}
