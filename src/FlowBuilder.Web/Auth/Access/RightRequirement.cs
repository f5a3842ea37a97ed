using FlowBuilder.Core.Model.Access;
using Microsoft.AspNetCore.Authorization;

namespace FlowBuilder.Web.Auth.Access;

/// <summary>Asks the doorkeeper for a right, wherever the framework asks for a policy.</summary>
internal sealed class RightRequirement(Right right) : IAuthorizationRequirement
{
    public Right Right { get; } = right;
}

/// <summary>Answers <see cref="RightRequirement"/>.</summary>
internal sealed class RightHandler(CallerResolver doorkeeper) : AuthorizationHandler<RightRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        if (doorkeeper.May(context.User, requirement.Right)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
