using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels;

namespace FlowBuilder.Testing;

/// <summary>Takes every message at once and only counts: the null sink of benchmarks.</summary>
public sealed class CountingChannel(Channel channel) : IMessageChannel
{
    private static readonly Task<ChannelAnswer> Sent = Task.FromResult<ChannelAnswer>(new ChannelAnswer.Sent(null));
    private long _messages;
    private long _characters;

    public Channel Channel => channel;

    public bool IsIdempotent => false;

    /// <summary>Messages taken.</summary>
    public long Messages => Interlocked.Read(ref _messages);

    /// <summary>Their length, so that nothing of them can be left out unnoticed.</summary>
    public long Characters => Interlocked.Read(ref _characters);

    public Task<ChannelAnswer> SendAsync(Company company, Message message, Action leaves, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(leaves);
        leaves();
        Interlocked.Increment(ref _messages);
        Interlocked.Add(ref _characters, message.Text.Length + (message.Html?.Length ?? 0) + (message.Subject?.Length ?? 0));
        return Sent;
    }
}
