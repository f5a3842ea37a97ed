using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Hosting.Settings;
using Microsoft.AspNetCore.Identity;

namespace FlowBuilder.Web.Demo;

/// <summary>Puts the demo company into the program.</summary>
internal static class DemoRegistration
{
    /// <summary>Does nothing unless the installation has the demo. Call after storage and engine, whose start it needs.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration, Installation installation)
    {
        if (!installation.Demo) return services;
        services.AddSingleton<DemoAccounts>().AddSingleton<IPasswordHasher<AccountRow>, PasswordHasher<AccountRow>>();
        services.AddHostedService<DemoSeed>();
        if (configuration.GetValue("Demo:LiveEvents", false)) services.AddHostedService<LiveEvents>();
        return services;
    }
}
