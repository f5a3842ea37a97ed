using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Storage.Sqlite;

/// <summary>Puts the database into the program.</summary>
public static class SqliteRegistration
{
    /// <summary>
    /// Adds <see cref="IDbContextFactory{TContext}"/> of <see cref="FlowBuilderContext"/>, the scoped context with its
    /// <see cref="CurrentCompany"/>, the engine's store, and the preparation of the database at start.
    /// </summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, SqliteDatabase database, IConfiguration? configuration = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        services.AddSingleton(_ => new AuditSeals(AuditKeys.Read(configuration, database.Folder)));
        services.AddSingleton(database).AddSingleton<IDatabase>(database);
        services.AddSingleton(_ => new AddressHashes(AddressKeys.Read(configuration, database.Folder)));
        services.AddSingleton(provider => new CustomerIndex(provider.GetRequiredService<AddressHashes>(), provider.GetService<ICompanyCountries>()));
        services.AddSingleton<IDbContextFactory<FlowBuilderContext>, SqliteContextFactory>();
        services.AddScoped<CurrentCompany>();
        services.AddScoped(provider =>
        {
            var context = provider.GetRequiredService<IDbContextFactory<FlowBuilderContext>>().CreateDbContext();
            context.CurrentCompany = provider.GetRequiredService<CurrentCompany>().Id;
            return context;
        });
        services.AddSingleton(provider => new SqliteEngineStore(
            database, (provider.GetService<EngineOptions>() ?? new EngineOptions()).Partitions, provider.GetRequiredService<AuditSeals>(), TimeProvider.System,
            provider.GetService<CustomerLimits>() ?? CustomerLimits.Standard, provider.GetRequiredService<AddressHashes>(), provider.GetRequiredService<CustomerIndex>()));
        services.AddSingleton<IEngineStore>(provider => provider.GetRequiredService<SqliteEngineStore>());
        services.AddSingleton<IRetentionStore>(provider => provider.GetRequiredService<SqliteEngineStore>());
        services.AddSingleton<IStoreCounters>(provider => provider.GetRequiredService<SqliteEngineStore>());
        services.AddSingleton<IIdSource, SequentialIds>();
        services.AddSingleton<DatabasePreparation>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabasePreparation>());
        return services;
    }
}
