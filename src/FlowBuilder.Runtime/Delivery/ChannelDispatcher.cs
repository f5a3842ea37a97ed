using System.Collections.Frozen;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels;
using FlowBuilder.Runtime.Channels.Breaking;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Runtime.Delivery;

/// <summary>Takes committed messages to their channels and brings the answers back. Decides nothing.</summary>
internal sealed partial class ChannelDispatcher(IEnumerable<IMessageChannel> channels, ILogger<ChannelDispatcher> log)
{
    private readonly FrozenDictionary<Channel, IMessageChannel> _channels = channels.ToFrozenDictionary(channel => channel.Channel);

    /// <summary>Whether a message whose fate is unknown may be handed over again, because its receiver removes doubles.</summary>
    public bool IsIdempotent(Channel channel) => _channels.TryGetValue(channel, out var known) && known.IsIdempotent;

    /// <summary>Why a message is better not tried now; null: nothing speaks against it.</summary>
    public ProviderPause? ClosedTo(CompanyId company, Message message) =>
        _channels.TryGetValue(message.Channel, out var known) ? known.ClosedTo(company, message) : null;

    /// <summary>One attempt. The answer always comes; a channel that breaks its promise and throws means <i>maybe sent</i>.</summary>
    public async ValueTask<ChannelAnswer> DeliverAsync(Company company, Message message, Action leaves)
    {
        if (!_channels.TryGetValue(message.Channel, out var channel))
            return new ChannelAnswer.NoProvider($"There is no provider for {message.Channel} messages.");
        try
        {
            return await channel.SendAsync(company, message, leaves, CancellationToken.None);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            ChannelBroke(log, broken, message.Channel, message.Id);
            return new ChannelAnswer.MaybeSent("The connection broke while the message was being handed over.");
        }
    }

    [LoggerMessage(LogLevel.Error, "The {Channel} channel threw on message {Message}; it counts as maybe sent")]
    private static partial void ChannelBroke(ILogger log, Exception broken, Channel channel, MessageId message);
}
