namespace FlowBuilder.Storage.Ports;

/// <summary>Reserves ids in the database, ever increasing and never twice, over restarts and several programs.</summary>
public interface IIdStore
{
    /// <summary>Reserves so many ids nobody else gets.</summary>
    /// <returns>The first of them.</returns>
    Task<long> ReserveAsync(int count, CancellationToken cancellation);
}
