using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Tables;

/// <summary>Takes the values of a row one after the other, in the order of its <see cref="TableColumns{T}"/>.</summary>
/// <param name="row">The statement that stands on the row.</param>
/// <param name="at">The column that comes first.</param>
internal ref struct RowCursor(RawStatement row, int at = 0)
{
    public long Long() => row.Long(at++);

    public long? LongOrNull() => row.LongOrNull(at++);

    public int Int() => row.Int(at++);

    public int? IntOrNull() => row.IntOrNull(at++);

    public bool Flag() => row.Flag(at++);

    public bool? FlagOrNull() => row.FlagOrNull(at++);

    public DateTimeOffset Instant() => row.Instant(at++);

    public DateTimeOffset? InstantOrNull() => row.InstantOrNull(at++);

    public Guid Guid() => row.Guid(at++);

    public Guid? GuidOrNull() => row.GuidOrNull(at++);

    public string Text() => row.Text(at++);

    public string? TextOrNull() => row.TextOrNull(at++);

    /// <summary>A text of few; see <see cref="RawStatement.Word"/>.</summary>
    public string Word() => row.Word(at++);

    /// <summary>A record's type and id, two columns.</summary>
    public RecordKey? Record()
    {
        at += 2;
        return row.Record(at - 2);
    }
}
