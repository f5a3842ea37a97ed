using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Writing;

/// <summary>The outbox. A body is written when it is rendered and not touched by the moves that follow.</summary>
internal sealed class WriteMessages(RawConnection connection)
{
    private readonly RawStatement _insert = connection.Prepare(
        "INSERT INTO messages (company_id, id, partition, customer_id, enrollment_id, sequence_id, node, pass, part, channel, purpose, to_person, created_at, " +
        "template, template_revision, \"to\", subject, state, because, attempts, due_at, retry_at, sent_at, provider_id, opened_at, clicked_at, bounced_at) " +
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)");

    private readonly RawStatement _update = connection.Prepare(
        "UPDATE messages SET template = ?3, template_revision = ?4, \"to\" = ?5, subject = COALESCE(?6, subject), state = ?7, because = ?8, attempts = ?9, due_at = ?10, retry_at = ?11, " +
        "sent_at = ?12, provider_id = ?13, opened_at = ?14, clicked_at = ?15, bounced_at = ?16 WHERE company_id = ?1 AND id = ?2");

    private readonly RawStatement _body = connection.Prepare(
        "INSERT INTO message_bodies (company_id, message_id, html, text) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET html = excluded.html, text = excluded.text");

    public void Insert(CompanyId company, int partition, Message message)
    {
        _insert.Add(company.Value).Add(message.Id.Value).Add(partition).Add(message.Customer.Value).Add(message.Enrollment?.Value).Add(message.Sequence?.Value)
            .Add(message.Node).Add(message.Pass).Add(message.Part).Add((long)message.Channel).Add((long)message.Purpose).Add(message.ToPerson).Add(message.CreatedAt);
        AddMoving(_insert, message).Run();
        if (message.HasBody) Body(company, message);
    }

    public void Update(CompanyId company, Message message)
    {
        _update.Add(company.Value).Add(message.Id.Value);
        AddMoving(_update, message).Run();
        // A message put off is rendered anew when it begins to leave; one that came from the tables carries no body and keeps what is stored.
        if (message.State is MessageState.Sending or MessageState.Waiting && message.HasBody) Body(company, message);
    }

    private void Body(CompanyId company, Message message) => _body.Add(company.Value).Add(message.Id.Value).Add(message.Html).Add(message.Text).Run();

    private static RawStatement AddMoving(RawStatement statement, Message message) =>
        statement.Add(message.Template).Add(message.TemplateRevision).Add(message.To).Add(message.Subject).Add((long)message.State).Add(message.Because).Add(message.Attempts)
            .Add(message.DueAt).Add(message.RetryAt).Add(message.SentAt).Add(message.ProviderId).Add(message.OpenedAt).Add(message.ClickedAt).Add(message.BouncedAt);
}
