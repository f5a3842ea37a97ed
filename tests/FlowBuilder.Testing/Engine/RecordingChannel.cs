using System.Collections.Concurrent;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels;

namespace FlowBuilder.Testing.Engine;

/// <summary>A provider in memory: an append-only ledger of what reached it, with answers of the
/// test's choice. Default: sent, at once.</summary>
public sealed class RecordingChannel(Channel channel = Channel.Email) : IMessageChannel
{
    private readonly ConcurrentQueue<Message> _ledger = new();

    public Channel Channel { get; } = channel;

    public bool IsIdempotent { get; init; }

    /// <summary>The answer to a message; may take its time.</summary>
    public Func<Message, Task<ChannelAnswer>>? Answer { get; set; }

    /// <summary>Everything that reached the provider, in order.</summary>
    public IReadOnlyCollection<Message> Ledger => _ledger;

    public Task<ChannelAnswer> SendAsync(Company company, Message message, Action leaves, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        leaves();
        _ledger.Enqueue(message);
        return Answer is { } answer ? answer(message) : Sent;
    }

    private static Task<ChannelAnswer> Sent { get; } = Task.FromResult<ChannelAnswer>(new ChannelAnswer.Sent("provider-1"));
}
