using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels.Breaking;
using MimeKit;

namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>Where finished letters go.</summary>
internal interface IMailTransport
{
    /// <summary>One attempt; throws nothing that server, disk or network do.</summary>
    /// <param name="company">For whom; none for letters about sign-ins.</param>
    /// <param name="letter">Complete, headers included.</param>
    /// <param name="effect">Its effect key as a name.</param>
    /// <param name="leaves">As for <see cref="IMessageChannel.SendAsync"/>.</param>
    /// <param name="cancellation">Given up only while nothing has left.</param>
    Task<ChannelAnswer> TakeAsync(CompanyId company, MimeMessage letter, string effect, Action leaves, CancellationToken cancellation);

    /// <inheritdoc cref="IMessageChannel.IsIdempotent" />
    bool IsIdempotent { get; }

    /// <inheritdoc cref="IMessageChannel.ClosedTo" />
    ProviderPause? ClosedTo(CompanyId company, string address);
}
