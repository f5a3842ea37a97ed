using FlowBuilder.Application.Access;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Web.Auth.AuditLog;

/// <summary>Notes whom the HTTP call under way tells of.</summary>
internal sealed class CustomersToldInCall(IHttpContextAccessor http) : ICustomersTold
{
    /// <inheritdoc />
    public void Note(CustomerId customer) => CustomersToldOf.Note(http.HttpContext, customer);
}
