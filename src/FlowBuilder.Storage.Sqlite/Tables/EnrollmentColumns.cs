using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Tables;

/// <summary>
/// The table <c>enrollments</c>, without its starting event, which stands in the history where it can. A new column is a line in a list and
/// one, at the same place, in <see cref="Read"/>.
/// </summary>
internal static class EnrollmentColumns
{
    /// <summary>What stays as it was at entry.</summary>
    public static readonly TableColumns<Enrollment> Fixed = new()
    {
        { "id", static (to, run) => to.Add(run.Id.Value) },
        { "sequence_id", static (to, run) => to.Add(run.Sequence.Value) },
        { "version_id", static (to, run) => to.Add(run.Version.Value) },
        { "record_type, record_id", static (to, run) => to.Add(run.Record) },
        { "entered_at", static (to, run) => to.Add(run.EnteredAt) },
        { "entered_seq", static (to, run) => to.Add(run.EnteredSeq) },
        { "depth", static (to, run) => to.Add(run.Depth) },
    };

    /// <summary>What is written with each move.</summary>
    public static readonly TableColumns<Enrollment> Moving = new()
    {
        { "state", static (to, run) => to.Add((long)run.State) },
        { "hold", static (to, run) => to.Add((long)run.Hold) },
        { "held_since", static (to, run) => to.Add(run.HeldSince) },
        { "cursor", static (to, run) => to.Add(run.Cursor) },
        { "pass", static (to, run) => to.Add(run.Pass) },
        { "passes", static (to, run) => to.Add(StoredJson.WriteCounts(run.Passes)) },
        { "arrived_at", static (to, run) => to.Add(run.ArrivedAt) },
        { "due_at", static (to, run) => to.Add(run.DueAt) },
        { "watch_at", static (to, run) => to.Add(run.WatchAt) },
        { "skips_to_next_wait", static (to, run) => to.Add(run.SkipsToNextWait) },
        { "stop_chain", static (to, run) => to.Add(run.StopChain) },
        { "pinned_templates", static (to, run) => to.Add(StoredJson.WriteRevisions(run.PinnedTemplates)) },
        { "ended_at", static (to, run) => to.Add(run.EndedAt) },
        { "end_reason", static (to, run) => to.Add(run.EndReason) },
        { "edited_messages", static (to, run) => to.Add(StoredJson.WriteEdits(run.EditedMessages)) },
    };

    /// <summary>What follows from the others; written for the index and never read.</summary>
    public static readonly TableColumns<Enrollment> Derived = new() { { "look_at", static (to, run) => to.Add(run.LookAt) } };

    /// <summary>Reads <see cref="Fixed"/>, then <see cref="Moving"/>.</summary>
    public static Enrollment Read(RawStatement row, CompanyId company, CustomerId customer)
    {
        var next = new RowCursor(row);
        return new Enrollment
        {
            Company = company,
            Customer = customer,
            Id = new EnrollmentId(next.Long()),
            Sequence = new SequenceId(next.Guid()),
            Version = new VersionId(next.Long()),
            Record = next.Record(),
            EnteredAt = next.Instant(),
            EnteredSeq = next.Long(),
            Depth = next.Int(),
            State = (EnrollmentState)next.Int(),
            Hold = (Hold)next.Int(),
            HeldSince = next.InstantOrNull(),
            Cursor = next.Int(),
            Pass = next.Int(),
            Passes = StoredJson.ReadCounts(next.TextOrNull()),
            ArrivedAt = next.Instant(),
            DueAt = next.InstantOrNull(),
            WatchAt = next.InstantOrNull(),
            SkipsToNextWait = next.Flag(),
            StopChain = next.IntOrNull(),
            PinnedTemplates = StoredJson.ReadRevisions(next.TextOrNull()),
            EndedAt = next.InstantOrNull(),
            EndReason = next.TextOrNull(),
            EditedMessages = StoredJson.ReadEdits(next.TextOrNull()),
        };
    }
}
