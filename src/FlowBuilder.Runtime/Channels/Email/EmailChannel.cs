using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Messages;

namespace FlowBuilder.Runtime.Channels.Email;

/// <summary>Emails, through a mail server when one is configured, else as files in a folder.</summary>
internal sealed class EmailChannel(Letter letters, IMailDrop drop) : IMessageChannel
{
    public Channel Channel => Channel.Email;

    public bool RemovesDoubles => drop.RemovesDoubles;

    public async Task<ChannelAnswer> SendAsync(Company company, Message message, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(company);
        ArgumentNullException.ThrowIfNull(message);
        if (!letters.TryWrite(company, message, out var letter, out var because)) return new ChannelAnswer.NotSent(because, Final: true);
        using (letter) return await drop.TakeAsync(letter, EffectName.Of(company, message), cancellation);
    }
}
