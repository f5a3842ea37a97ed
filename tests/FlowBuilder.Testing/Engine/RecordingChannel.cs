using System.Collections.Concurrent;
using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Messages;
using FlowBuilder.Runtime.Channels;

namespace FlowBuilder.Testing.Engine;

/// <summary>A provider in memory: an append-only ledger of what reached it, with answers of the test's choice. Default: sent, at once.</summary>
public sealed class RecordingChannel(Channel channel = Channel.Email) : IMessageChannel
{
    private readonly ConcurrentQueue<Message> _ledger = new();
    private long _count;

    public Channel Channel { get; } = channel;

    public bool RemovesDoubles { get; init; }

    /// <summary>Whether messages are kept; false for benchmarks.</summary>
    public bool Keeps { get; init; } = true;

    /// <summary>The answer to a message; may take its time.</summary>
    public Func<Message, Task<ChannelAnswer>>? Answer { get; set; }

    /// <summary>Everything that reached the provider, in order.</summary>
    public IReadOnlyCollection<Message> Ledger => _ledger;

    public long Count => Interlocked.Read(ref _count);

    public Task<ChannelAnswer> SendAsync(Company company, Message message, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _count);
        if (Keeps) _ledger.Enqueue(message);
        return Answer is { } answer ? answer(message) : Sent;
    }

    private static Task<ChannelAnswer> Sent { get; } = Task.FromResult<ChannelAnswer>(new ChannelAnswer.Sent("provider-1"));
}
