using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Runtime.Caching;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Runtime.Addresses;

/// <summary>Puts what is known of addresses into the program.</summary>
internal static class AddressRegistration
{
    /// <summary>Adds the state of what was said against which address, and what fills the columns customers are looked up by.</summary>
    public static IServiceCollection AddAddresses(this IServiceCollection services) =>
        services.AddSingleton<SuppressionCache>().AddSingleton<IAddresses>(provider => provider.GetRequiredService<SuppressionCache>())
            // Before the company itself can be found, so that no turn is taken without it.
            .AddSingleton<IReloadable>(provider => provider.GetRequiredService<SuppressionCache>())
            .AddSingleton<AddressBackfill>().AddSingleton<ICustomerIndexing>(provider => provider.GetRequiredService<AddressBackfill>());
}
