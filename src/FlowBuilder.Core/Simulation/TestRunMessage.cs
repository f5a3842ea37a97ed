using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Core.Simulation;

/// <summary>A message as it would have left.</summary>
/// <param name="Id">Names it in events such as <c>Email Opened</c> (<c>message_id</c>).</param>
/// <param name="Channel">How it would travel.</param>
/// <param name="Template">The template's key; null for a webhook.</param>
/// <param name="To">Address, number or URL.</param>
/// <param name="Subject">For emails.</param>
/// <param name="Html">For emails.</param>
/// <param name="Text">The text, or the webhook's body.</param>
/// <param name="At">When it would have left; null: it would not, or not yet.</param>
/// <param name="Because">Why it would not leave, or waits.</param>
public sealed record TestRunMessage(
    MessageId Id, Channel Channel, string? Template, string To, string? Subject, string? Html, string Text, DateTimeOffset? At,
    string? Because)
{
    internal static TestRunMessage Of(Message message) => new(
        message.Id, message.Channel, message.Template, message.To, message.Subject, message.Html, message.Text,
        message.State == MessageState.Sent ? message.SentAt ?? message.CreatedAt : null, message.Because);
}
