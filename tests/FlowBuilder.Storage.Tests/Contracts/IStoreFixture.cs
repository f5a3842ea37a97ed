using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Testing.Engine;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Storage.Tests.Contracts;

/// <summary>A database of its own for one contract test: one implementation per provider.</summary>
public interface IStoreFixture : IAsyncDisposable
{
    int Partitions { get; }

    Stores Store { get; }

    IRetentionStore Retention { get; }

    NewIds Ids { get; }

    IStoreCounters Counters { get; }

    AuditSeals Seals { get; }

    IDbContextFactory<FlowBuilderContext> Contexts { get; }

    /// <summary>Closes everything and opens the same database again.</summary>
    Task ReopenAsync();
}
