using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Storage.Ports;

/// <summary>What of runs, moments and reviews is due, and when the next of it is. The tables are the truth for that. Thread-safe.</summary>
public interface IDueStore
{
    /// <summary>What is due up to <paramref name="now"/> of runs, moments and review expiries;
    /// oldest first. <paramref name="besides"/>: leaves one company out.</summary>
    ValueTask<IReadOnlyList<DueItem>> ReadDueAsync(
        int partition, DateTimeOffset now, int limit, CompanyId? besides, CancellationToken cancellation);

    /// <summary>The earliest instant at which a run, moment or review falls due; where
    /// <paramref name="after"/> is named, the earliest behind it.</summary>
    ValueTask<DateTimeOffset?> ReadNextWorkAsync(int partition, DateTimeOffset? after, CancellationToken cancellation);

    /// <summary>The earliest instants at which anything falls due, messages included.</summary>
    ValueTask<NextDue> ReadNextDueAsync(int partition, CancellationToken cancellation);
}
