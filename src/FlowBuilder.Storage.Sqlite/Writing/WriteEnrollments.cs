using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Writing;

/// <summary>Runs.</summary>
internal sealed class WriteEnrollments(RawConnection connection)
{
    // The starting event is stored once: where the history already holds it at the position of entry, a mark does.
    private readonly RawStatement _insert = connection.Prepare(
        "INSERT INTO enrollments (company_id, id, customer_id, partition, sequence_id, version_id, record_type, record_id, entered_at, entered_seq, depth, starting_event, " +
        "state, hold, held_since, cursor, pass, passes, arrived_at, due_at, watch_at, look_at, skips_to_next_wait, stop_chain, pinned_templates, ended_at, end_reason, edited_messages) " +
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, " +
        "CASE WHEN EXISTS (SELECT 1 FROM events WHERE company_id = ?1 AND customer_id = ?3 AND seq = ?10 AND name = ?13 AND at = ?14 AND properties IS ?15) THEN '@' ELSE ?12 END, " +
        "?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31)");

    private readonly RawStatement _update = connection.Prepare(
        "UPDATE enrollments SET state = ?3, hold = ?4, held_since = ?5, cursor = ?6, pass = ?7, passes = ?8, arrived_at = ?9, due_at = ?10, watch_at = ?11, look_at = ?12, " +
        "skips_to_next_wait = ?13, stop_chain = ?14, pinned_templates = ?15, ended_at = ?16, end_reason = ?17, edited_messages = ?18 WHERE company_id = ?1 AND id = ?2");

    public void Insert(Enrollment run, int partition)
    {
        var start = run.Event;
        _insert.Add(run.Company.Value).Add(run.Id.Value).Add(run.Customer.Value).Add(partition).Add(run.Sequence.Value).Add(run.Version.Value).Add(run.Record)
            .Add(run.EnteredAt).Add(run.EnteredSeq).Add(run.Depth).Add(StoredJson.WriteStart(start))
            .Add(start?.Name).Add(start?.At).Add(start is null || start.Properties.IsEmpty ? null : start.Properties.ToJson());
        AddMoving(_insert, run).Run();
    }

    public void Update(Enrollment run)
    {
        _update.Add(run.Company.Value).Add(run.Id.Value);
        AddMoving(_update, run).Run();
    }

    private static RawStatement AddMoving(RawStatement statement, Enrollment run) =>
        statement.Add((long)run.State).Add((long)run.Hold).Add(run.HeldSince).Add(run.Cursor).Add(run.Pass).Add(StoredJson.WriteCounts(run.Passes)).Add(run.ArrivedAt)
            .Add(run.DueAt).Add(run.WatchAt).Add(run.LookAt).Add(run.SkipsToNextWait).Add(run.StopChain).Add(StoredJson.WriteRevisions(run.PinnedTemplates))
            .Add(run.EndedAt).Add(run.EndReason).Add(StoredJson.WriteEdits(run.EditedMessages));
}
