namespace FlowBuilder.Storage.Ports;

/// <summary>Lets the status page and the tests see how much is written.</summary>
public interface IStoreCounters
{
    StoreCounters Counters { get; }
}
