using System.Collections.Immutable;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Reading;

/// <summary>A customer's runs: the live ones, and of the others the newest per sequence and record.</summary>
internal sealed class ReadRuns(RawConnection connection)
{
    private readonly RawStatement _read = connection.Prepare(
        "SELECT id, sequence_id, version_id, record_type, record_id, state, hold, held_since, cursor, pass, passes, entered_at, entered_seq, arrived_at, due_at, watch_at, " +
        "skips_to_next_wait, stop_chain, depth, starting_event, pinned_templates, ended_at, end_reason, edited_messages FROM enrollments INDEXED BY ix_enrollments_customer WHERE company_id = ?1 AND customer_id = ?2 ORDER BY id DESC");

    private readonly RawStatement _start = connection.Prepare("SELECT name, at, properties FROM events WHERE company_id = ?1 AND customer_id = ?2 AND seq = ?3");

    /// <summary>Oldest first.</summary>
    public ImmutableList<Enrollment> Read(CompanyId company, CustomerId customer)
    {
        List<Enrollment>? runs = null;
        HashSet<(Guid Sequence, RecordKey? Record)>? seen = null;
        _read.Add(company.Value).Add(customer.Value);
        while (_read.Read())
        {
            var isNewest = (seen ??= []).Add((_read.Guid(1), _read.Record(3)));
            if (isNewest || (EnrollmentState)_read.Int(5) <= EnrollmentState.Sending) (runs ??= []).Add(Row(company, customer));
        }

        if (runs is null) return [];
        runs.Reverse();
        return [.. runs];
    }

    private Enrollment Row(CompanyId company, CustomerId customer) => new()
    {
        Id = new EnrollmentId(_read.Long(0)),
        Company = company,
        Customer = customer,
        Sequence = new SequenceId(_read.Guid(1)),
        Version = new VersionId(_read.Long(2)),
        Record = _read.Record(3),
        State = (EnrollmentState)_read.Int(5),
        Hold = (Hold)_read.Int(6),
        HeldSince = _read.InstantOrNull(7),
        Cursor = _read.Int(8),
        Pass = _read.Int(9),
        Passes = StoredJson.ReadCounts(_read.TextOrNull(10)),
        EnteredAt = _read.Instant(11),
        EnteredSeq = _read.Long(12),
        ArrivedAt = _read.Instant(13),
        DueAt = _read.InstantOrNull(14),
        WatchAt = _read.InstantOrNull(15),
        SkipsToNextWait = _read.Flag(16),
        StopChain = _read.IntOrNull(17),
        Depth = _read.Int(18),
        Event = _read.TextOrNull(19) switch
        {
            null => null,
            StoredJson.InHistory => Start(company, customer, _read.Long(12)),
            var json => StoredJson.ReadStart(json),
        },
        PinnedTemplates = StoredJson.ReadRevisions(_read.TextOrNull(20)),
        EndedAt = _read.InstantOrNull(21),
        EndReason = _read.TextOrNull(22),
        EditedMessages = StoredJson.ReadEdits(_read.TextOrNull(23)),
    };

    /// <summary>Null only for a run that ended long ago, whose event has been purged.</summary>
    private StartingEvent? Start(CompanyId company, CustomerId customer, long seq)
    {
        if (!_start.Add(company.Value).Add(customer.Value).Add(seq).Read()) return null;
        var start = new StartingEvent(_start.Text(0), _start.Instant(1), Properties.Parse(_start.TextOrNull(2)));
        _start.Stop();
        return start;
    }
}
