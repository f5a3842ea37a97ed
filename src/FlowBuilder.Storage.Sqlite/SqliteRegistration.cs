using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlowBuilder.Storage.Sqlite;

/// <summary>Puts the database into the program.</summary>
public static class SqliteRegistration
{
    /// <summary>
    /// Adds <see cref="IDbContextFactory{TContext}"/> of <see cref="FlowBuilderContext"/>, the scoped context with its
    /// <see cref="CurrentCompany"/>, the engine's stores, a class for each port, and the preparation of the database at start.
    /// </summary>
    public static IServiceCollection AddSqliteStorage(
        this IServiceCollection services, SqliteDatabase database, IConfiguration? configuration = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        services.AddSingleton(_ => new AuditSeals(AuditKeys.Read(configuration, database.Folder)));
        services.AddSingleton(database).AddSingleton<IDatabase>(database);
        services.AddSingleton(_ => new AddressHashes(AddressKeys.Read(configuration, database.Folder)));
        services.AddSingleton(
            provider => new CustomerIndex(provider.GetRequiredService<AddressHashes>(), provider.GetService<ICompanyCountries>()));
        services.AddSingleton<IDbContextFactory<FlowBuilderContext>, SqliteContextFactory>();
        services.AddScoped<CurrentCompany>();
        services.AddScoped(provider =>
        {
            var context = provider.GetRequiredService<IDbContextFactory<FlowBuilderContext>>().CreateDbContext();
            context.CurrentCompany = provider.GetRequiredService<CurrentCompany>().Id;
            return context;
        });
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new SqliteConnections(
            database, (provider.GetService<EngineOptions>() ?? new EngineOptions()).Partitions, provider.GetRequiredService<AuditSeals>(),
            provider.GetService<CustomerLimits>() ?? CustomerLimits.Standard, provider.GetRequiredService<AddressHashes>(),
            provider.GetRequiredService<CustomerIndex>()));
        services.AddSingleton<IStoreCounters>(provider => provider.GetRequiredService<SqliteConnections>());
        services.AddSingleton<IInbox, SqliteInbox>().AddSingleton<ITurnStore, SqliteTurnStore>().AddSingleton<IDueStore, SqliteDueStore>()
            .AddSingleton<IOutboxStore, SqliteOutboxStore>()
            .AddSingleton<IPartitionStore, SqlitePartitionStore>()
            .AddSingleton<IRetentionStore, SqliteRetentionStore>()
            .AddSingleton<IIdStore, SqliteIdStore>().AddSingleton<NewIds>();
        services.AddSingleton<DatabasePreparation>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabasePreparation>());
        return services;
    }
}
