using FlowBuilder.Core.Addresses;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Turns;
using FlowBuilder.Runtime.Addresses;
using FlowBuilder.Runtime.AuditLog;
using FlowBuilder.Runtime.Companies;
using FlowBuilder.Runtime.Pump;
using FlowBuilder.Runtime.Storage.Model;
using FlowBuilder.Runtime.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Runtime.Storage;

/// <summary>Puts the database into the program.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Adds <see cref="IDbContextFactory{TContext}"/> of <see cref="FlowBuilderContext"/>, the scoped context with its
    /// <see cref="CurrentCompany"/>, the engine's store, and the preparation of the database at start.
    /// </summary>
    /// <exception cref="DatabaseRefusedException">The configured database cannot be used; show the message and end.</exception>
    public static IServiceCollection AddFlowBuilderStorage(this IServiceCollection services, IConfiguration configuration, string contentRoot) =>
        services.AddFlowBuilderStorage(DatabaseChoice.Read(configuration, contentRoot), configuration);

    /// <summary>The same for a choice made already.</summary>
    public static IServiceCollection AddFlowBuilderStorage(this IServiceCollection services, DatabaseChoice choice, IConfiguration? configuration = null)
    {
        ArgumentNullException.ThrowIfNull(choice);
        services.AddSingleton(_ => new AuditSeals(AuditKeys.Read(configuration, Path.GetDirectoryName(choice.File)!)));
        services.AddSingleton(choice);
        services.AddSingleton(_ => new AddressHashes(AddressKeys.Read(configuration, Path.GetDirectoryName(choice.File)!)));
        services.AddSingleton(provider => new CustomerIndex(provider.GetRequiredService<AddressHashes>(), provider.GetService<ICompanyShelf>()));
        services.AddSingleton<AddressBook>().AddSingleton<IAddresses>(provider => provider.GetRequiredService<AddressBook>()).AddSingleton<AddressFilling>()
            .AddSingleton<ICustomerIndexing>(provider => provider.GetRequiredService<AddressFilling>());
        services.AddSingleton<IDbContextFactory<FlowBuilderContext>, SqliteContextFactory>();
        services.AddScoped<CurrentCompany>();
        services.AddScoped(provider =>
        {
            var context = provider.GetRequiredService<IDbContextFactory<FlowBuilderContext>>().CreateDbContext();
            context.CurrentCompany = provider.GetRequiredService<CurrentCompany>().Id;
            return context;
        });
        services.AddSingleton(provider => new SqliteEngineStore(choice, (provider.GetService<EngineOptions>() ?? new EngineOptions()).Partitions, provider.GetRequiredService<AuditSeals>(), TimeProvider.System, provider.GetService<CustomerLimits>() ?? CustomerLimits.Standard,
            provider.GetRequiredService<AddressHashes>(), provider.GetRequiredService<CustomerIndex>()));
        services.AddSingleton<IEngineStore>(provider => provider.GetRequiredService<SqliteEngineStore>());
        services.AddSingleton<IRetentionStore>(provider => provider.GetRequiredService<SqliteEngineStore>());
        services.AddSingleton<IStoreCounters>(provider => provider.GetRequiredService<SqliteEngineStore>());
        services.AddSingleton<IIdSource, SequentialIds>();
        services.AddSingleton<DatabasePreparation>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabasePreparation>());
        return services;
    }
}
