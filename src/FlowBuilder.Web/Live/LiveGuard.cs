using FlowBuilder.Web.Keys;
using Microsoft.AspNetCore.SignalR;

namespace FlowBuilder.Web.Live;

/// <summary>Before each call of the hub: is the caller still who they were, may they still be here, and do they not call too often?</summary>
internal sealed class LiveGuard(LiveConnections connections, LiveStanding standing, Allowances allowances) : IHubFilter
{
    /// <summary>Where a call finds its caller.</summary>
    public const string CallerItem = "flowbuilder.caller";

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var context = invocationContext.Context;
        if (connections.Find(context.ConnectionId) is not { IsToldToLeave: false } connection) throw new LiveRefusedException("The connection has ended.");
        var (caller, because) = await standing.LookAsync(connection, context.ConnectionAborted);
        if (caller is null)
        {
            await connection.EndAllAsync(because);
            throw new LiveRefusedException(because);
        }

        if (KeyClaims.KeyOf(context.User!) is { } key && allowances.TakeCall(key) is { } wait)
            throw new LiveRefusedException($"Too many calls. Wait {Math.Ceiling(wait.TotalSeconds)} s.");
        context.Items[CallerItem] = caller;
        return await next(invocationContext);
    }
}
