using FlowBuilder.Web.Auth.Keys;
using FlowBuilder.Web.Auth.Limits;
using Microsoft.AspNetCore.SignalR;

namespace FlowBuilder.Web.Live;

/// <summary>Before each call of the hub: is the caller still who they were, may they still be here, and do they not call too often? A fault
/// of ours is logged here; a refusal is none (<see cref="LiveRegistration"/> silences the framework, which would log both).</summary>
internal sealed partial class LiveGuard(
    LiveConnections connections, LiveAccess standing, Allowances allowances, ILogger<LiveGuard> log) : IHubFilter
{
    /// <summary>Where a call finds its caller.</summary>
    public const string CallerItem = "flowbuilder.caller";

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var context = invocationContext.Context;
        if (connections.Find(context.ConnectionId) is not { IsToldToLeave: false } connection)
            throw new LiveRefusedException("The connection has ended.");
        var (caller, because) = await standing.LookAsync(connection, context.ConnectionAborted);
        if (caller is null)
        {
            await connection.EndAllAsync(because);
            throw new LiveRefusedException(because);
        }

        if (KeyClaims.KeyOf(context.User!) is { } key && allowances.TakeCall(key) is { } wait)
            throw new LiveRefusedException($"Too many calls. Wait {Math.Ceiling(wait.TotalSeconds)} s.");
        context.Items[CallerItem] = caller;
        try
        {
            return await next(invocationContext);
        }
        catch (Exception fault) when (fault is not HubException)
        {
            LogFault(fault, invocationContext.HubMethodName);
            throw;
        }
    }

    [LoggerMessage(LogLevel.Error, "The live hub could not answer {Method}.")]
    private partial void LogFault(Exception fault, string method);
}
