using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Runtime.Caching;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Runtime.Addresses;

/// <summary>Puts what is known of addresses into the program.</summary>
internal static class AddressRegistration
{
    /// <summary>Adds the book of what was said against which address, and what fills the columns customers are looked up by.</summary>
    public static IServiceCollection AddAddresses(this IServiceCollection services) =>
        services.AddSingleton<AddressBook>().AddSingleton<IAddresses>(provider => provider.GetRequiredService<AddressBook>())
            // Before the company itself can be found, so that no turn is taken without it.
            .AddSingleton<IRefreshable>(provider => provider.GetRequiredService<AddressBook>())
            .AddSingleton<AddressFilling>().AddSingleton<ICustomerIndexing>(provider => provider.GetRequiredService<AddressFilling>());
}
