namespace FlowBuilder.Web.Subscriptions;

/// <summary>Puts the plan page's use case into the program.</summary>
internal static class PlanServices
{
    public static IServiceCollection AddPlans(this IServiceCollection services) => services.AddSingleton<PlanChanging>();
}
