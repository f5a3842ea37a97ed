using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Tables;

/// <summary>The table <c>events</c>. A new column is a line in the list and one, at the same place, in <see cref="Read"/>.</summary>
internal static class EventColumns
{
    /// <summary>All but whose it is and which inbox it waits in.</summary>
    public static readonly TableColumns<CustomerEvent> All = new()
    {
        { "seq", static (to, happened) => to.Add(happened.Seq) },
        { "name", static (to, happened) => to.Add(happened.Name) },
        { "kind", static (to, happened) => to.Add((long)happened.Kind) },
        { "at", static (to, happened) => to.Add(happened.At) },
        { "arrived_at", static (to, happened) => to.Add(happened.ArrivedAt) },
        { "record_type, record_id", static (to, happened) => to.Add(happened.Record) },
        { "properties", static (to, happened) => to.Add(happened.Properties.IsEmpty ? null : happened.Properties.ToJson()) },
        { "source", static (to, happened) => to.Add(happened.Source) },
        { "depth", static (to, happened) => to.Add(happened.Depth) },
        { "raised_by", static (to, happened) => to.Add(happened.RaisedBy?.Value) },
        { "imported", static (to, happened) => to.Add(happened.Imported) },
    };

    /// <summary>Reads <see cref="All"/>.</summary>
    /// <param name="row">The statement that stands on the row.</param>
    /// <param name="from">Where the columns begin.</param>
    public static CustomerEvent Read(RawStatement row, int from)
    {
        var next = new RowCursor(row, from);
        return new CustomerEvent
        {
            Seq = next.Long(),
            Name = next.Word(),
            Kind = (EventKind)next.Int(),
            At = next.Instant(),
            ArrivedAt = next.Instant(),
            Record = next.Record(),
            Properties = Properties.Parse(next.TextOrNull()),
            Source = next.Word(),
            Depth = next.Int(),
            RaisedBy = next.LongOrNull() is { } run ? new EnrollmentId(run) : null,
            Imported = next.Flag(),
        };
    }
}
