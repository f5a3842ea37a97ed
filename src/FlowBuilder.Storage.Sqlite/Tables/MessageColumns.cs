using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Tables;

/// <summary>The table <c>messages</c>, without bodies. A new column is a line in a list and one, at
/// the same place, in <see cref="Read"/>.</summary>
internal static class MessageColumns
{
    /// <summary>What stays as it was when the message was made.</summary>
    public static readonly TableColumns<Message> Fixed = new()
    {
        { "id", static (to, message) => to.Add(message.Id.Value) },
        { "customer_id", static (to, message) => to.Add(message.Customer.Value) },
        { "enrollment_id", static (to, message) => to.Add(message.Enrollment?.Value) },
        { "sequence_id", static (to, message) => to.Add(message.Sequence?.Value) },
        { "node", static (to, message) => to.Add(message.Node) },
        { "pass", static (to, message) => to.Add(message.Pass) },
        { "part", static (to, message) => to.Add(message.Part) },
        { "channel", static (to, message) => to.Add((long)message.Channel) },
        { "purpose", static (to, message) => to.Add((long)message.Purpose) },
        { "to_person", static (to, message) => to.Add(message.ToPerson) },
        { "created_at", static (to, message) => to.Add(message.CreatedAt) },
    };

    /// <summary>What is written with each move. One that came from the tables may have lost its
    /// subject with its body: the stored one stays.</summary>
    public static readonly TableColumns<Message> Moving = new()
    {
        { "template", static (to, message) => to.Add(message.Template) },
        { "template_revision", static (to, message) => to.Add(message.TemplateRevision) },
        { "\"to\"", static (to, message) => to.Add(message.To) },
        { "subject", static (to, message) => to.Add(message.Subject), "COALESCE({0}, subject)" },
        { "state", static (to, message) => to.Add((long)message.State) },
        { "because", static (to, message) => to.Add(message.Because) },
        { "attempts", static (to, message) => to.Add(message.Attempts) },
        { "due_at", static (to, message) => to.Add(message.DueAt) },
        { "retry_at", static (to, message) => to.Add(message.RetryAt) },
        { "sent_at", static (to, message) => to.Add(message.SentAt) },
        { "provider_id", static (to, message) => to.Add(message.ProviderId) },
        { "opened_at", static (to, message) => to.Add(message.OpenedAt) },
        { "clicked_at", static (to, message) => to.Add(message.ClickedAt) },
        { "bounced_at", static (to, message) => to.Add(message.BouncedAt) },
    };

    /// <summary>Reads <see cref="Fixed"/>, then <see cref="Moving"/>.</summary>
    public static Message Read(RawStatement row)
    {
        var next = new RowCursor(row);
        return new Message
        {
            Id = new MessageId(next.Long()),
            Customer = new CustomerId(next.Long()),
            Enrollment = next.LongOrNull() is { } run ? new EnrollmentId(run) : null,
            Sequence = next.GuidOrNull() is { } sequence ? new SequenceId(sequence) : null,
            Node = next.TextOrNull(),
            Pass = next.Int(),
            Part = next.Int(),
            Channel = (Channel)next.Int(),
            Purpose = (Purpose)next.Int(),
            ToPerson = next.TextOrNull(),
            CreatedAt = next.Instant(),
            Template = next.TextOrNull(),
            TemplateRevision = next.Int(),
            To = next.Text(),
            Subject = next.TextOrNull(),
            State = (MessageState)next.Int(),
            Because = next.TextOrNull(),
            Attempts = next.Int(),
            DueAt = next.InstantOrNull(),
            RetryAt = next.InstantOrNull(),
            SentAt = next.InstantOrNull(),
            ProviderId = next.TextOrNull(),
            OpenedAt = next.InstantOrNull(),
            ClickedAt = next.InstantOrNull(),
            BouncedAt = next.InstantOrNull(),
        };
    }
}
