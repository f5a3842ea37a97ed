using FlowBuilder.Application.AuditLog;

namespace FlowBuilder.Web.Auth.AuditLog;

/// <summary>The address of the call under way; a reverse proxy's word counts where it is trusted.</summary>
internal sealed class CallersAddress(IHttpContextAccessor http) : IWhereFrom
{
    public string? Address => http.HttpContext?.Connection.RemoteIpAddress?.ToString();
}
