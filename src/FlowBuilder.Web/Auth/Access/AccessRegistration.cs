using FlowBuilder.Core.Model.Access;
using Microsoft.AspNetCore.Authorization;

namespace FlowBuilder.Web.Auth.Access;

/// <summary>Puts the policy layer into the program: one policy for each right. That every route says who may use it is a test.</summary>
internal static class AccessRegistration
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<CallerResolver>();
        services.AddSingleton<IAuthorizationHandler, RightHandler>();
        services.AddScoped<ScreenSession>();
        // What routes take as a parameter: each asks for a right first, so that there is one.
        services.AddScoped(
            provider =>
                provider.GetRequiredService<CallerResolver>().Find(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.User)!);
        services.AddAuthorization(options =>
        {
            foreach (var right in Enum.GetValues<Right>())
                options.AddPolicy(
                    right.ToString(), policy => policy.RequireAuthenticatedUser().AddRequirements(new RightRequirement(right)));
        });
        return services;
    }
}
