using FlowBuilder.Runtime.AuditLog;
using Microsoft.AspNetCore.Authorization;

namespace FlowBuilder.Web.AuditLog;

/// <summary>Puts the audit log's screens and its hold on what people do into the program.</summary>
internal static class AuditLogServices
{
    public static IServiceCollection AddAuditLog(this IServiceCollection services) => services
        .AddSingleton<SteeringWords>().AddSingleton<Steering>()
        .AddSingleton<IWhereFrom, CallersAddress>().AddSingleton<RefusedAttempts>().AddHostedService(provider => provider.GetRequiredService<RefusedAttempts>()).AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalNoting>();
}
