using FlowBuilder.Web.Auth.Limits;
using FlowBuilder.Web.Hosting.Settings;

namespace FlowBuilder.Web.Auth.Keys;

/// <summary>Puts keys into the program.</summary>
internal static class KeyRegistration
{
    public static IServiceCollection AddKeys(this IServiceCollection services, IConfiguration configuration, Installation installation)
    {
        services.AddSingleton(Configured(configuration, installation));
        services.AddSingleton<CompanyKeys>();
        var allowances = configuration.GetSection("RateLimits").Get<AllowanceOptions>() ?? new AllowanceOptions();
        services.AddSingleton(provider => new WorkBudget(allowances, provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton(provider => new Allowances(allowances, provider.GetRequiredService<TimeProvider>()));
    }

    private static KeyRing Configured(IConfiguration configuration, Installation installation)
    {
        try
        {
            return KeyRing.Of(configuration.GetSection("Keys").Get<List<KeyOptions>>() ?? [], installation.Demo);
        }
        catch (InvalidOperationException e)
        {
            throw new SettingsException(e.Message, e);
        }
    }
}
