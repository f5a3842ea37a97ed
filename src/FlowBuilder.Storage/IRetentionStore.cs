namespace FlowBuilder.Storage;

/// <summary>Removes rows that have outlived their use.</summary>
public interface IRetentionStore
{
    /// <summary>Removes, in bounded slices, what is too old at <paramref name="now"/>; answers how many rows went.</summary>
    Task<long> PurgeAsync(DateTimeOffset now, CancellationToken cancellation);
}
