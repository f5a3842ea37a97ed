using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels.Breaking;

namespace FlowBuilder.Runtime.Channels;

/// <summary>Takes messages to the outside world: only calls and reports, decides nothing.</summary>
public interface IMessageChannel
{
    Channel Channel { get; }

    /// <summary>
    /// One attempt. Never throws for anything the provider or network does: a failure that certainly left nothing is
    /// <see cref="ChannelAnswer.NotSent"/>, any doubt is <see cref="ChannelAnswer.MaybeSent"/>.
    /// </summary>
    /// <param name="company">Whose message it is.</param>
    /// <param name="message">Rendered.</param>
    /// <param name="leaves">
    /// To be called, on the thread that goes on, just before the first byte leaves by which the receiver could act; again when a second
    /// attempt is made within this one. A message for which it was never called is held never to have left, also after a crash.
    /// </param>
    /// <param name="cancellation">Given up only while nothing has left.</param>
    Task<ChannelAnswer> SendAsync(Company company, Message message, Action leaves, CancellationToken cancellation);

    /// <summary>Whether the receiver removes doubles by effect key, so that a doubtful message may be sent again.</summary>
    bool IsIdempotent { get; }

    /// <summary>Why a message of a company is better not tried now: its provider is left alone
    /// after failures. Null: nothing speaks against it.</summary>
    ProviderPause? ClosedTo(CompanyId company, Message message) => null;
}
