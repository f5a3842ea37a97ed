namespace FlowBuilder.Web.Api.Suppressions;

/// <summary>Puts the list of suppressions into the program.</summary>
internal static class SuppressionRegistration
{
    public static IServiceCollection AddSuppressions(this IServiceCollection services) => services.AddSingleton<SuppressionCsv>();
}
