using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Tables;

namespace FlowBuilder.Storage.Sqlite.Turns;

/// <summary>The outbox. A body is written when it is rendered and not touched by the moves that follow.</summary>
internal sealed class WriteMessages(RawConnection connection)
{
    private readonly RawStatement _insert = connection.Prepare(
        $"INSERT INTO messages (company_id, partition, {MessageColumns.Fixed.Names()}, {MessageColumns.Moving.Names()}) " +
        $"VALUES ({Parameters.To(2 + MessageColumns.Fixed.Count + MessageColumns.Moving.Count)})");

    private readonly RawStatement _update =
        connection.Prepare($"UPDATE messages SET {MessageColumns.Moving.Sets(3)} WHERE company_id = ?1 AND id = ?2");

    private readonly RawStatement _body = connection.Prepare(
        "INSERT INTO message_bodies (company_id, message_id, html, text) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET html = "
            + "excluded.html, text = excluded.text");

    public void Insert(CompanyId company, int partition, Message message)
    {
        MessageColumns.Fixed.Bind(_insert.Add(company.Value).Add(partition), message);
        MessageColumns.Moving.Bind(_insert, message).Run();
        if (message.HasBody) Body(company, message);
    }

    public void Update(CompanyId company, Message message)
    {
        MessageColumns.Moving.Bind(_update.Add(company.Value).Add(message.Id.Value), message).Run();
        // A message put off is rendered anew when it begins to leave; one that came from the tables
        // carries no body and keeps what is stored.
        if (message.State is MessageState.Sending or MessageState.Waiting && message.HasBody) Body(company, message);
    }

    private void Body(CompanyId company, Message message) =>
        _body.Add(company.Value).Add(message.Id.Value).Add(message.Html).Add(message.Text).Run();
}
