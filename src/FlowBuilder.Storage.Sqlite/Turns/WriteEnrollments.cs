using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Tables;

namespace FlowBuilder.Storage.Sqlite.Turns;

/// <summary>Runs.</summary>
internal sealed class WriteEnrollments(RawConnection connection)
{
    // The starting event is stored once: where the history already holds it at the position of entry, a mark does.
    private readonly RawStatement _insert = connection.Prepare(
        $"INSERT INTO enrollments (company_id, customer_id, partition, starting_event, {EnrollmentColumns.Fixed.Names()}, "
            + $"{EnrollmentColumns.Moving.Names()}, {EnrollmentColumns.Derived.Names()}) "
        +
        "VALUES (?1, ?2, ?3, CASE WHEN EXISTS (SELECT 1 FROM events WHERE company_id = ?1 AND customer_id = ?2 AND seq = ?4 AND name = ?6 "
            + "AND at = ?7 AND properties IS ?8) THEN '@' ELSE ?5 END, "
            +
            $"{EnrollmentColumns.Fixed.Parameters(9)}, {EnrollmentColumns.Moving.Parameters(9 + EnrollmentColumns.Fixed.Count)}, " +
            $"{EnrollmentColumns.Derived.Parameters(9 + EnrollmentColumns.Fixed.Count + EnrollmentColumns.Moving.Count)})");

    private readonly RawStatement _update = connection.Prepare(
        $"UPDATE enrollments SET {EnrollmentColumns.Moving.Sets(3)}, {EnrollmentColumns.Derived.Sets(3 + EnrollmentColumns.Moving.Count)} "
            + $"WHERE company_id = ?1 AND id = ?2");

    public void Insert(Enrollment run, int partition)
    {
        var start = run.Event;
        _insert.Add(run.Company.Value).Add(run.Customer.Value).Add(partition).Add(run.EnteredSeq).Add(StoredJson.WriteStart(start))
            .Add(start?.Name).Add(start?.At).Add(start is null || start.Properties.IsEmpty ? null : start.Properties.ToJson());
        AddMoving(EnrollmentColumns.Fixed.Bind(_insert, run), run).Run();
    }

    public void Update(Enrollment run) => AddMoving(_update.Add(run.Company.Value).Add(run.Id.Value), run).Run();

    private static RawStatement AddMoving(RawStatement statement, Enrollment run) =>
        EnrollmentColumns.Derived.Bind(EnrollmentColumns.Moving.Bind(statement, run), run);
}
