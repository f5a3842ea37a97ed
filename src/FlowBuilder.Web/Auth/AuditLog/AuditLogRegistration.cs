using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using Microsoft.AspNetCore.Authorization;

namespace FlowBuilder.Web.Auth.AuditLog;

/// <summary>Puts the audit log's screens and its hold on what people do into the program.</summary>
internal static class AuditLogRegistration
{
    public static IServiceCollection AddAuditLog(this IServiceCollection services) => services
        .AddSingleton<IWhereFrom, CallersAddress>()
        .AddSingleton<ICustomersTold, CustomersToldInCall>()
        .AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalNoting>();
}
