using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Messages;

namespace FlowBuilder.Runtime.Channels;

/// <summary>Takes messages to the outside world: only calls and reports, decides nothing.</summary>
public interface IMessageChannel
{
    Channel Channel { get; }

    /// <summary>
    /// One attempt. Never throws for anything the provider or network does: a failure that certainly left nothing is
    /// <see cref="ChannelAnswer.NotSent"/>, any doubt is <see cref="ChannelAnswer.MaybeSent"/>.
    /// </summary>
    Task<ChannelAnswer> SendAsync(Company company, Message message, CancellationToken cancellation);

    /// <summary>Whether the receiver removes doubles by effect key, so that a doubtful message may be sent again.</summary>
    bool RemovesDoubles { get; }
}
