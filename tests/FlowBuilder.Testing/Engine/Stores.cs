using FlowBuilder.Storage.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Testing.Engine;

/// <summary>All ports of a store, for tests that use several.</summary>
public sealed class Stores(IServiceProvider services)
{
    public IInbox Inbox => services.GetRequiredService<IInbox>();

    public ITurnStore Turns => services.GetRequiredService<ITurnStore>();

    public IDueStore Due => services.GetRequiredService<IDueStore>();

    public IOutboxStore Outbox => services.GetRequiredService<IOutboxStore>();

    public IPartitionStore Partitions => services.GetRequiredService<IPartitionStore>();

    public IRetentionStore Retention => services.GetRequiredService<IRetentionStore>();
}
