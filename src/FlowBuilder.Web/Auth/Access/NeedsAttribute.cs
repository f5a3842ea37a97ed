using FlowBuilder.Core.Model.Access;
using Microsoft.AspNetCore.Authorization;

namespace FlowBuilder.Web.Auth.Access;

/// <summary>On a page, route or hub method: only for callers with this right.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
internal sealed class NeedsAttribute(Right right) : AuthorizeAttribute(right.ToString())
{
    public Right Right { get; } = right;
}

/// <summary>The same for routes.</summary>
internal static class Needs
{
    public static TBuilder For<TBuilder>(this TBuilder route, Right right)
        where TBuilder : IEndpointConventionBuilder => route.RequireAuthorization(new NeedsAttribute(right));
}
