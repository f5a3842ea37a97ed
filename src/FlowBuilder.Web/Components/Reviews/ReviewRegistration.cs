namespace FlowBuilder.Web.Components.Reviews;

/// <summary>Puts the review desk into the program.</summary>
internal static class ReviewRegistration
{
    public static IServiceCollection AddReviews(this IServiceCollection services) => services.AddSingleton<ReviewPresence>();
}
