using FlowBuilder.Core.Messages;
using MimeKit;

namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>Where finished letters go.</summary>
internal interface IMailDrop
{
    /// <summary>One attempt; throws nothing that server, disk or network do.</summary>
    /// <param name="letter">Complete, headers included.</param>
    /// <param name="effect">Its effect key as a name.</param>
    /// <param name="cancellation">Given up only while nothing has left.</param>
    Task<ChannelAnswer> TakeAsync(MimeMessage letter, string effect, CancellationToken cancellation);

    /// <inheritdoc cref="IMessageChannel.RemovesDoubles" />
    bool RemovesDoubles { get; }
}
