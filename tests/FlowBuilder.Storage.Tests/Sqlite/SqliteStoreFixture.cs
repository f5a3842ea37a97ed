using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite;
using FlowBuilder.Storage.Tests.Contracts;
using FlowBuilder.Testing.Engine;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Storage.Tests.Sqlite;

/// <summary>A SQLite file in a folder of its own.</summary>
internal sealed class SqliteStoreFixture : IStoreFixture
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowbuilder-").FullName;
    private ServiceProvider _services = null!;

    public int Partitions => 2;

    public string File => Path.Combine(_folder, "data", "flowbuilder.db");

    public Stores Store => new(_services);

    public AuditSeals Seals => _services.GetRequiredService<AuditSeals>();

    public AddressHashes Hashes => _services.GetRequiredService<AddressHashes>();

    public CustomerIndex Index => _services.GetRequiredService<CustomerIndex>();

    public IRetentionStore Retention => _services.GetRequiredService<IRetentionStore>();

    public NewIds Ids => _services.GetRequiredService<NewIds>();

    public IStoreCounters Counters => _services.GetRequiredService<IStoreCounters>();

    public IDbContextFactory<FlowBuilderContext> Contexts => _services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>();

    public static async Task<SqliteStoreFixture> StartAsync()
    {
        var fixture = new SqliteStoreFixture();
        await fixture.OpenAsync();
        return fixture;
    }

    public async Task ReopenAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task OpenAsync()
    {
        _services = new ServiceCollection()
            .AddSingleton(new EngineOptions { Partitions = Partitions })
            .AddSqliteStorage(SqliteDatabase.OnSqlite(null, _folder))
            .BuildServiceProvider();
        await _services.GetRequiredService<DatabasePreparation>().PrepareAsync(CancellationToken.None);
    }
}
