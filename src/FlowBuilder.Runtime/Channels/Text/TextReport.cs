using System.Globalization;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Runtime.Channels.Text;

/// <summary>What the provider reports of a text it took earlier.</summary>
public static class TextReport
{
    /// <summary>Its final word: sent, or not; null while it is still under way.</summary>
    /// <param name="status">The parameter <c>MessageStatus</c>.</param>
    /// <param name="error">The parameter <c>ErrorCode</c>.</param>
    /// <param name="providerId">The parameter <c>MessageSid</c>.</param>
    public static ChannelAnswer? Read(string? status, string? error, string? providerId) => status switch
    {
        "delivered" or "read" => new ChannelAnswer.Sent(providerId),
        "failed" or "undelivered" => int.TryParse(error, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? new ChannelAnswer.NotSent(TextAnswers.Because(code, null, null), Final: true) { OptedOut = code == 21610 }
            : new ChannelAnswer.NotSent(TextAnswers.Because(null, null, null), Final: true),
        _ => null,
    };
}
