using FlowBuilder.Application.Access;
using FlowBuilder.Application.Live;
using FlowBuilder.Application.Sequences.Finding;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Web.Auth.Access;
using Microsoft.AspNetCore.SignalR;

namespace FlowBuilder.Web.Live;

/// <summary>
/// The same news the screens get, for other programs: <c>/hubs/live</c>. A message says that something has changed, never what it is; that
/// is read by the API, under its rules. So nothing of a customer passes here. <see cref="LiveGuard"/> looks at the caller before each call.
/// </summary>
internal sealed class LiveHub(LiveConnections connections, SequenceQueries sequences) : Hub<ILiveClient>
{
    public const string Address = "/hubs/live";

    /// <summary>Begins to tell of a topic. What changed before is not told: read after this has
    /// answered. Watching twice is watching once.</summary>
    [Needs(Right.SeeWork)]
    public async Task Watch(LiveSubject subject)
    {
        var (connection, caller) = (Connection(), Caller());
        var topic = subject.Of(caller.Company);
        if (!caller.May(LiveSubject.Needed(topic.Kind))) throw new LiveRefusedException($"The right to see “{subject.Topic}” is missing.");
        if (LiveSubject.IsOfSequence(topic.Kind) && !await ExistsAsync(topic)) throw LiveSubject.Unknown();
        connection.Watch(topic);
    }

    /// <summary>Ends what <see cref="Watch"/> began; ending what was not watched is no mistake.</summary>
    [Needs(Right.SeeWork)]
    public Task Unwatch(LiveSubject subject)
    {
        Connection().Unwatch(subject.Of(Caller().Company));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task OnConnectedAsync()
    {
        connections.Enter(Context);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Leave(Context.ConnectionId);
        return Task.CompletedTask;
    }

    private LiveConnection Connection() =>
        connections.Find(Context.ConnectionId) ?? throw new LiveRefusedException("The connection has ended.");

    private Caller Caller() => Context.Items[LiveGuard.CallerItem] as Caller ?? throw new LiveRefusedException("The connection has ended.");

    private Task<bool> ExistsAsync(LiveTopic topic) => sequences.ExistsAsync(topic.Company, topic.Sequence, Context.ConnectionAborted);
}
