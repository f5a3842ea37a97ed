using FlowBuilder.Core.Model.Access;
using Microsoft.AspNetCore.Authorization;

namespace FlowBuilder.Web.Access;

/// <summary>Puts the policy layer into the program: one policy for each right. That every route says who may use it is a test.</summary>
internal static class AccessRegistration
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<Doorkeeper>();
        services.AddSingleton<IAuthorizationHandler, RightHandler>();
        services.AddScoped<Desk>();
        services.AddAuthorization(options =>
        {
            foreach (var right in Enum.GetValues<Right>())
                options.AddPolicy(right.ToString(), policy => policy.RequireAuthenticatedUser().AddRequirements(new RightRequirement(right)));
        });
        return services;
    }
}
