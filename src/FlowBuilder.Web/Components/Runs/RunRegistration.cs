namespace FlowBuilder.Web.Components.Runs;

/// <summary>Puts the activity into the program: runs that are found, looked at, and moved.</summary>
internal static class RunRegistration
{
    public static IServiceCollection AddRuns(this IServiceCollection services) =>
        services.AddSingleton<RunReader>().AddScoped<RunActions>();
}
