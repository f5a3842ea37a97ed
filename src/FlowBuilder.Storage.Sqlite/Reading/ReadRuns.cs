using System.Collections.Immutable;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Tables;

namespace FlowBuilder.Storage.Sqlite.Reading;

/// <summary>A customer's runs: the live ones, and of the others the newest per sequence and record.</summary>
internal sealed class ReadRuns(RawConnection connection)
{
    private static readonly int SequencePlace = EnrollmentColumns.Fixed.PlaceOf("sequence_id");
    private static readonly int RecordPlace = EnrollmentColumns.Fixed.PlaceOf("record_type");
    private static readonly int StatePlace = EnrollmentColumns.Fixed.Count + EnrollmentColumns.Moving.PlaceOf("state");
    private static readonly int StartPlace = EnrollmentColumns.Fixed.Count + EnrollmentColumns.Moving.Count;

    private readonly RawStatement _read = connection.Prepare(
        $"SELECT {EnrollmentColumns.Fixed.Names()}, {EnrollmentColumns.Moving.Names()}, starting_event " +
        "FROM enrollments INDEXED BY ix_enrollments_customer WHERE company_id = ?1 AND customer_id = ?2 ORDER BY id DESC");

    private readonly RawStatement _start =
        connection.Prepare("SELECT name, at, properties FROM events WHERE company_id = ?1 AND customer_id = ?2 AND seq = ?3");

    /// <summary>Oldest first.</summary>
    public ImmutableList<Enrollment> Read(CompanyId company, CustomerId customer)
    {
        List<Enrollment>? runs = null;
        HashSet<(Guid Sequence, RecordKey? Record)>? seen = null;
        _read.Add(company.Value).Add(customer.Value);
        while (_read.Read())
        {
            var isNewest = (seen ??= []).Add((_read.Guid(SequencePlace), _read.Record(RecordPlace)));
            if (isNewest || (EnrollmentState)_read.Int(StatePlace) <= EnrollmentState.Sending) (runs ??= []).Add(Row(company, customer));
        }

        if (runs is null) return [];
        runs.Reverse();
        return [.. runs];
    }

    private Enrollment Row(CompanyId company, CustomerId customer)
    {
        var run = EnrollmentColumns.Read(_read, company, customer);
        var start = _read.TextOrNull(StartPlace) switch
        {
            null => null,
            StoredJson.InHistory => Start(company, customer, run.EnteredSeq),
            var json => StoredJson.ReadStart(json),
        };
        return start is null ? run : run with { Event = start };
    }

    /// <summary>Null only for a run that ended long ago, whose event has been purged.</summary>
    private StartingEvent? Start(CompanyId company, CustomerId customer, long seq)
    {
        if (!_start.Add(company.Value).Add(customer.Value).Add(seq).Read()) return null;
        var start = new StartingEvent(_start.Text(0), _start.Instant(1), Properties.Parse(_start.TextOrNull(2)));
        _start.Stop();
        return start;
    }
}
