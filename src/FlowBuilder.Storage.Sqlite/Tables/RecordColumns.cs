using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Tables;

/// <summary>The table <c>records</c>. A new column is a line in a list and one, at the same place, in <see cref="Read"/>.</summary>
internal static class RecordColumns
{
    /// <summary>Which record it is.</summary>
    public static readonly TableColumns<Record> Key = new() { { "type, id", static (to, record) => to.Add(record.Key) } };

    /// <summary>What is known of it.</summary>
    public static readonly TableColumns<Record> Moving = new()
    {
        { "properties", static (to, record) => to.Add(record.Properties.ToJson()) },
        { "status", static (to, record) => to.Add(record.Status) },
        { "updated_at", static (to, record) => to.Add(record.UpdatedAt) },
        { "stamps", static (to, record) => to.Add(StoredJson.WriteTimes(record.Stamps)) },
    };

    /// <summary>Reads <see cref="Key"/>, then <see cref="Moving"/>.</summary>
    public static Record Read(RawStatement row)
    {
        var next = new RowCursor(row);
        return new Record
        {
            Key = new RecordKey(next.Text(), next.Text()),
            Properties = Properties.Parse(next.Text()),
            Status = next.TextOrNull(),
            UpdatedAt = next.Instant(),
            Stamps = StoredJson.ReadTimes(next.TextOrNull()),
        };
    }
}
