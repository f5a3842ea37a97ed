using FlowBuilder.Web.Settings;

namespace FlowBuilder.Web.Keys;

/// <summary>Puts keys into the program.</summary>
internal static class KeyServices
{
    public static IServiceCollection AddKeys(this IServiceCollection services, IConfiguration configuration, Installation installation)
    {
        services.AddSingleton(Configured(configuration, installation));
        services.AddSingleton<KeyUses>().AddHostedService(provider => provider.GetRequiredService<KeyUses>());
        services.AddSingleton<StoredKeys>().AddSingleton<CompanyKeys>().AddSingleton<ApiKeys>();
        return services.AddSingleton(provider => new Allowances(configuration.GetSection("RateLimits").Get<AllowanceSettings>() ?? new AllowanceSettings(), provider.GetRequiredService<TimeProvider>()));
    }

    private static KeyRing Configured(IConfiguration configuration, Installation installation)
    {
        try
        {
            return KeyRing.Of(configuration.GetSection("Keys").Get<List<KeySettings>>() ?? [], installation.Demo);
        }
        catch (InvalidOperationException e)
        {
            throw new SettingsException(e.Message, e);
        }
    }
}
