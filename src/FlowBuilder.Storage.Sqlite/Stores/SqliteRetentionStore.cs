using System.Text.Json;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite.Intake;
using FlowBuilder.Storage.Sqlite.Reading;
using FlowBuilder.Storage.Sqlite.Retention;
using FlowBuilder.Storage.Sqlite.Writer;

namespace FlowBuilder.Storage.Sqlite.Stores;

/// <summary>Retention on SQLite.</summary>
internal sealed class SqliteRetentionStore(SqliteConnections connections, TimeProvider systemClock) : IRetentionStore
{
    /// <summary>How long happenings, bodies of ended messages, arms and idempotency keys are kept.</summary>
    private static readonly TimeSpan Events = TimeSpan.FromDays(730);
    private static readonly TimeSpan Bodies = TimeSpan.FromDays(180);
    private static readonly TimeSpan Arms = TimeSpan.FromDays(730);
    private static readonly TimeSpan IdempotencyKeys = TimeSpan.FromHours(24);

    /// <summary>Drawings show today; a week is left for whoever looks back.</summary>
    private static readonly TimeSpan Tallies = TimeSpan.FromDays(8);

    /// <inheritdoc />
    public async Task<long> PurgeAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var removed = 0L;
        removed += await Slices(operations => operations.Purge.EventKeys(now - AcceptEvents.Memory), cancellation);
        removed += await Slices(operations => operations.Purge.IdempotencyKeys(systemClock.GetUtcNow() - IdempotencyKeys), cancellation);
        removed += await Slices(operations => operations.Purge.Tallies(now - Tallies), cancellation);
        var old = new PurgeLimits(now - Events, ReadHappenings.Most, now - Arms, now - Bodies);
        var next = ((int, long)?)(0, 0L);
        while (next is { } after)
        {
            cancellation.ThrowIfCancellationRequested();
            var slice = await connections.Write(operations => operations.Purge.Customers(after, old), cancellation);
            removed += slice.Removed;
            next = slice.Last;
        }

        await connections.Write(operations => operations.Purge.Optimize(), cancellation);
        return removed;
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<EmailsToErase>> ReadLettersToForgetAsync(CancellationToken cancellation) =>
        connections.Read<IReadOnlyList<EmailsToErase>>(
            reader =>
                [.. reader.Settings.ReadAll(EmailsToErase.Setting).Select(value => JsonSerializer.Deserialize<EmailsToErase>(value)!)],
            cancellation);

    /// <inheritdoc />
    public Task LettersForgottenAsync(CompanyId company, CustomerId customer, CancellationToken cancellation) =>
        connections.Write(
            operations => operations.Settings.Remove($"{EmailsToErase.Setting}{company.Value}:{customer.Value}"), cancellation);

    private async Task<long> Slices(Func<WriteOperations, int> slice, CancellationToken cancellation)
    {
        var removed = 0L;
        int last;
        do
        {
            last = await connections.Write(slice, cancellation);
            removed += last;
        }
        while (last == PurgeOld.Slice);
        return removed;
    }
}
