using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Sqlite.Reading;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Storage;

/// <summary>What every implementation of <see cref="IEngineStore"/> keeps to. A provider's tests derive from the classes of this contract and give them a fixture.</summary>
public abstract class EngineStoreContract : IAsyncLifetime
{
    private protected IStoreFixture Fixture { get; private set; } = null!;

    private protected IEngineStore Store => Fixture.Store;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Fixture = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Fixture.DisposeAsync();
    }

    private protected abstract Task<IStoreFixture> StartAsync();

    private protected async Task<StoredEvent> Accept(IncomingEvent incoming) => (await Store.AcceptAsync([incoming], Sample.Noon, Cancellation))[0];

    private protected int PartitionOf(CustomerId customer) => customer.PartitionOf(Fixture.Partitions);

    /// <summary>Takes the customer's partition and commits changes with the progress given.</summary>
    private protected async Task Commit(CustomerId customer, long doneThrough, params Change[] changes)
    {
        var partition = PartitionOf(customer);
        var start = await Store.TakePartitionAsync(partition, Cancellation);
        await Store.CommitAsync(new TurnBatch(partition, start.Fence, doneThrough, [new CustomerChanges(Sample.Company.Id, customer, [.. changes])]), Cancellation);
    }

    private protected CustomerBook Book(CustomerId customer) => Store.ReadBook(Sample.Company, customer) ?? throw new InvalidOperationException("That customer does not exist.");
}
