using System.Text.Json;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Erasing;

/// <summary>
/// Takes a person out of every table, within the commit of the turn that ends everything of theirs. Runs and messages stay without name,
/// address or words, so that counts stay true. What each column of each table becomes is a test: a new column must be decided on.
/// </summary>
internal sealed class EraseCustomer
{
    private static readonly string[] Whole =
        [
            "reviews", "decisions", "moments", "arms", "notes", "todos", "notifications", "records", "customer_tags", "customer_keys",
            "events", "parked_inputs"
        ];

    private readonly RawStatement _messages;
    private readonly RawStatement _letters;
    private readonly RawStatement[] _steps;

    public EraseCustomer(RawConnection connection)
    {
        _messages = connection.Prepare(
            "SELECT id, enrollment_id, node, pass, part, state FROM messages INDEXED BY ix_messages_customer WHERE company_id = ?1 AND "
                + "customer_id = ?2");
        _letters = connection.Prepare(
            "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        _steps =
        [
            .. ((string[])
            [
                "DELETE FROM message_bodies WHERE company_id = ?1 AND message_id IN (SELECT id FROM messages INDEXED BY "
                    + "ix_messages_customer WHERE company_id = ?1 AND customer_id = ?2)",
                "UPDATE messages SET \"to\" = '', subject = NULL, because = NULL, provider_id = NULL, due_at = NULL, retry_at = NULL, "
                    + "state = CASE WHEN state IN (0, 1, 5) THEN 6 ELSE state END WHERE company_id = ?1 AND customer_id = ?2",
                "UPDATE step_runs SET because = NULL WHERE because IS NOT NULL AND company_id = ?1 AND enrollment_id IN (SELECT id FROM "
                    + "enrollments INDEXED BY ix_enrollments_customer WHERE company_id = ?1 AND customer_id = ?2)",
                "UPDATE enrollments SET record_type = NULL, record_id = NULL, starting_event = NULL, edited_messages = NULL, due_at = "
                    + "NULL, watch_at = NULL, look_at = NULL, "
                    +
                    "end_reason = CASE WHEN end_reason IS NULL THEN NULL ELSE 'The customer was erased.' END WHERE company_id = ?1 AND "
                        + "customer_id = ?2",
                "DELETE FROM idempotency_keys WHERE customers IS NOT NULL AND company_id = ?1 AND instr(customers, ' ' || ?2 || ' ') > 0",
                .. Whole.Select(table => $"DELETE FROM {table} WHERE company_id = ?1 AND customer_id = ?2"),
                "DELETE FROM customers WHERE company_id = ?1 AND id = ?2",
            ]).Select(connection.Prepare),
        ];
    }

    public void Write(CompanyId company, CustomerId customer)
    {
        NoteLetters(company, customer);
        foreach (var step in _steps) step.Add(company.Value).Add(customer.Value).Run();
    }

    /// <summary>Emails may lie as files, which no commit can hold: their names are noted, so that a
    /// crash between commit and deletion leaves none.</summary>
    private void NoteLetters(CompanyId company, CustomerId customer)
    {
        var effects = new List<string>();
        var underWay = false;
        _messages.Add(company.Value).Add(customer.Value);
        while (_messages.Read())
        {
            effects.Add(Message.EffectKey(
                company, _messages.LongOrNull(1) is { } run ? new EnrollmentId(run) : null, _messages.TextOrNull(2), _messages.Int(3),
                _messages.Int(4), new MessageId(_messages.Long(0))));
            underWay |= (MessageState)_messages.Int(5) == MessageState.Sending;
        }

        var letters = new EmailsToErase(company.Value, customer.Value, effects, underWay);
        _letters.Add($"{EmailsToErase.Setting}{company.Value}:{customer.Value}").Add(JsonSerializer.Serialize(letters)).Run();
    }
}
