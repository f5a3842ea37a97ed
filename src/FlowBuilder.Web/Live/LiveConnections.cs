using System.Collections.Concurrent;
using FlowBuilder.Application.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Auth.Keys;
using FlowBuilder.Web.Hosting.Settings;
using Microsoft.AspNetCore.SignalR;

namespace FlowBuilder.Web.Live;

/// <summary>All clients of the hub on this node.</summary>
internal sealed class LiveConnections(
    CallerResolver doorkeeper, LiveFeed feed, IHubContext<LiveHub, ILiveClient> hub, Installation installation)
{
    /// <summary>Connections a company may have open on one node.</summary>
    public const int MostOfCompany = 1000;

    private readonly ConcurrentDictionary<string, LiveConnection> _all = new(StringComparer.Ordinal);

    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyCollection<LiveConnection> All => [.. _all.Values];

    /// <summary>Done as soon as there is a client: at once, or when the next one comes.</summary>
    public Task AnybodyAsync(CancellationToken cancellation)
    {
        var next = _next;
        return _all.IsEmpty ? next.Task.WaitAsync(cancellation) : Task.CompletedTask;
    }

    public LiveConnection? Find(string id) => _all.GetValueOrDefault(id);

    /// <summary>A client has come. One that must not be here is cut off before it can say a word.</summary>
    public void Enter(HubCallerContext context)
    {
        if (context.User is not { } user
            || doorkeeper.Find(user) is not { } caller
            || context.GetHttpContext() is not { } http
            || !IsFromHere(http, caller)
            || CountOf(caller.Company) >= MostOfCompany)
        {
            context.Abort();
            return;
        }

        var hash = caller.Session is null ? KeyRing.Hash(KeyAuthentication.SecretOf(http.Request) ?? "") : null;
        _all[context.ConnectionId] = new LiveConnection(context, caller.Company, hash, feed, hub);
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    public void Leave(string id)
    {
        if (_all.TryRemove(id, out var connection)) connection.Close();
    }

    /// <summary>
    /// A browser sends its cookie along with a socket that any page opens, and sockets know no CORS. So a person's connection must come
    /// from a page of ours. Programs send no origin, or a key, which no page elsewhere has.
    /// </summary>
    private bool IsFromHere(HttpContext http, Caller caller) =>
        caller.Session is null || http.Request.Headers.Origin.ToString() is not { Length: > 0 } origin
        || origin == $"{http.Request.Scheme}://{http.Request.Host}" || origin == installation.PublicUrl.GetLeftPart(UriPartial.Authority);

    private int CountOf(CompanyId company) => _all.Values.Count(connection => connection.Company == company);
}
