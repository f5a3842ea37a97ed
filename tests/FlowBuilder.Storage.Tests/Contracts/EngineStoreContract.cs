using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Testing.Engine;
using Xunit;

namespace FlowBuilder.Storage.Tests.Contracts;

/// <summary>What every implementation of the ports of <see cref="FlowBuilder.Storage.Ports"/> keeps to.
/// A provider's tests derive from the classes of this contract and give them a fixture.</summary>
public abstract class EngineStoreContract : IAsyncLifetime
{
    private protected IStoreFixture Fixture { get; private set; } = null!;

    private protected Stores Store => Fixture.Store;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Fixture = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Fixture.DisposeAsync();
    }

    private protected abstract Task<IStoreFixture> StartAsync();

    private protected async Task<StoredEvent> Accept(IncomingEvent incoming) =>
        (await Store.Inbox.AcceptAsync([incoming], Sample.Noon, Cancellation))[0];

    private protected int PartitionOf(CustomerId customer) => customer.PartitionOf(Fixture.Partitions);

    /// <summary>Takes the customer's partition and commits changes with the progress given.</summary>
    private protected async Task Commit(CustomerId customer, long doneThrough, params Change[] changes)
    {
        var partition = PartitionOf(customer);
        var start = await Store.Partitions.TakeAsync(partition, Cancellation);
        await Store.Turns.CommitAsync(
            new TurnBatch(partition, start.Fence, doneThrough, [new CustomerChanges(Sample.Company.Id, customer, [.. changes])]),
            Cancellation);
    }

    private protected async Task<CustomerState> State(CustomerId customer) =>
        await Store.Turns.ReadCustomerStateAsync(Sample.Company, customer, Cancellation)
        ?? throw new InvalidOperationException("That customer does not exist.");
}
