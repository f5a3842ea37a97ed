using Microsoft.AspNetCore.Components.Server.Circuits;

namespace FlowBuilder.Web.Auth.Circuits;

/// <summary>Puts the limits of open screens into the program.</summary>
internal static class CircuitRegistration
{
    public static IServiceCollection AddCircuits(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(CircuitLimits.Read(configuration)).AddSingleton<CircuitSeats>().AddScoped<CircuitHandler, CircuitCount>();
}
