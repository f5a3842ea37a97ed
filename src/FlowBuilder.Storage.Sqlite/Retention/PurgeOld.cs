
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Retention;

/// <summary>Retention, a bounded slice at a time so that the writer is soon free again.</summary>
internal sealed class PurgeOld
{
    /// <summary>Rows deleted, or customers looked through, in one slice.</summary>
    public const int Slice = 500;

    private readonly RawConnection _connection;
    private readonly RawStatement _eventKeys;
    private readonly RawStatement _idempotencyKeys;
    private readonly RawStatement _tallies;
    private readonly RawStatement _arms;
    private readonly RawStatement _bodies;
    private readonly RawStatement _customers;
    private readonly RawStatement _events;

    public PurgeOld(RawConnection connection)
    {
        _connection = connection;
        _eventKeys = connection.Prepare(
            "DELETE FROM event_keys WHERE (company_id, source, message_id) IN (SELECT company_id, source, message_id FROM event_keys WHERE "
                + "at <= ?1 ORDER BY at LIMIT ?2 + 0)");
        _idempotencyKeys = connection.Prepare(
            "DELETE FROM idempotency_keys WHERE (company_id, principal, \"key\") IN (SELECT company_id, principal, \"key\" FROM "
                + "idempotency_keys WHERE at <= ?1 ORDER BY at LIMIT ?2 + 0)");
        _tallies = connection.Prepare(
            "DELETE FROM step_tallies WHERE (company_id, sequence_id, node, port, result, hour) IN (SELECT company_id, sequence_id, node, "
                + "port, result, hour FROM step_tallies WHERE hour <= ?1 ORDER BY hour LIMIT ?2 + 0)");
        _arms = connection.Prepare("DELETE FROM arms WHERE company_id = ?1 AND customer_id = ?2 AND at <= ?3");
        // Waiting, sending and unknown messages may still leave: they keep their bodies.
        _bodies = connection.Prepare(
            "DELETE FROM message_bodies WHERE (company_id, message_id) IN (SELECT company_id, id FROM messages INDEXED BY "
                + "ix_messages_customer WHERE company_id = ?1 AND customer_id = ?2 AND created_at <= ?3 AND state NOT IN (0, 1, 5))");
        _customers = connection.Prepare(
            "SELECT company_id, id FROM customers WHERE (company_id, id) > (?1, ?2) ORDER BY company_id, id LIMIT ?3 + 0");
        // The newest event stays: the customer's own events take the positions behind it. So does the event a live run began with.
        _events = connection.Prepare(
            "DELETE FROM events WHERE company_id = ?1 AND customer_id = ?2 " +
            "AND (at <= ?3 OR seq <= (SELECT seq FROM events WHERE company_id = ?1 AND customer_id = ?2 ORDER BY seq DESC LIMIT 1 OFFSET "
                + "?4 + 0)) "
            +
            "AND seq < (SELECT MAX(seq) FROM events WHERE company_id = ?1 AND customer_id = ?2) " +
            "AND (partition IS NULL OR seq <= (SELECT done_through FROM partitions WHERE partitions.partition = events.partition)) " +
            "AND seq NOT IN (SELECT entered_seq FROM enrollments INDEXED BY ix_enrollments_customer WHERE company_id = ?1 AND customer_id "
                + "= ?2 AND state <= 3)");
    }

    /// <returns>Rows deleted; fewer than <see cref="Slice"/>: there are no more.</returns>
    public int EventKeys(DateTimeOffset before) => _eventKeys.Add(before).Add(Slice).Run();

    /// <returns>Rows deleted; fewer than <see cref="Slice"/>: there are no more.</returns>
    public int IdempotencyKeys(DateTimeOffset before) => _idempotencyKeys.Add(before).Add(Slice).Run();

    /// <returns>Rows deleted; fewer than <see cref="Slice"/>: there are no more.</returns>
    public int Tallies(DateTimeOffset before) => _tallies.Add(before).Add(Slice).Run();

    /// <summary>Counts again what the planner should know of tables that have grown tenfold.</summary>
    public void Optimize() => _connection.Run("PRAGMA optimize = 0x10002");

    /// <summary>Old events, arms and message bodies of the next few customers.</summary>
    /// <returns>The last customer looked at, null when there are no more; and the rows deleted.</returns>
    public ((int Company, long Customer)? Last, long Removed) Customers((int Company, long Customer) after, PurgeLimits limits)
    {
        var customers = new List<(int Company, long Customer)>(Slice);
        _customers.Add(after.Company).Add(after.Customer).Add(Slice);
        while (_customers.Read()) customers.Add((_customers.Int(0), _customers.Long(1)));
        var removed = 0L;
        foreach (var (company, customer) in customers)
        {
            removed += _events.Add(company).Add(customer).Add(limits.EventsBefore).Add(limits.EventsEach).Run();
            removed += _arms.Add(company).Add(customer).Add(limits.ArmsBefore).Run();
            removed += _bodies.Add(company).Add(customer).Add(limits.BodiesBefore).Run();
        }

        return (customers.Count == 0 ? null : customers[^1], removed);
    }
}

/// <summary>Up to where is purged.</summary>
internal sealed record PurgeLimits(DateTimeOffset EventsBefore, int EventsEach, DateTimeOffset ArmsBefore, DateTimeOffset BodiesBefore);
