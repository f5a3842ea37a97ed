using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Channels.Breaking;

namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>Emails, through a mail server when one is configured, else as files in a folder.</summary>
internal sealed class EmailChannel(Letter letters, IMailTransport drop) : IMessageChannel
{
    public Channel Channel => Channel.Email;

    public bool IsIdempotent => drop.IsIdempotent;

    public ProviderPause? ClosedTo(CompanyId company, Message message) => drop.ClosedTo(company, message.To);

    public async Task<ChannelAnswer> SendAsync(Company company, Message message, Action leaves, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(company);
        ArgumentNullException.ThrowIfNull(message);
        // Writing a letter is work: not on the pump's time.
        await Task.Yield();
        if (!letters.TryWrite(company, message, out var letter, out var because)) return new ChannelAnswer.NotSent(because, Final: true);
        using (letter) return await drop.TakeAsync(company.Id, letter, EffectName.Of(company, message), leaves, cancellation);
    }
}
