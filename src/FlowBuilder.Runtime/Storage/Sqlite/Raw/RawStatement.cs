using System.Text;
using FlowBuilder.Core.Customers;
using SQLitePCL;

namespace FlowBuilder.Runtime.Storage.Sqlite.Raw;

/// <summary>
/// A prepared statement. Parameters are added in their order (<c>?1</c>, <c>?2</c>...), then <see cref="Run"/>, or <see cref="Read"/>
/// until it says no; either way it is ready for its next use.
/// </summary>
internal sealed class RawStatement(RawConnection connection, sqlite3_stmt handle, string sql) : IDisposable
{
    /// <summary>SQLite's own constant SQLITE_STMTSTATUS_REPREPARE.</summary>
    private const int Reprepare = 5;

    private byte[] _buffer = new byte[512];
    private int _parameter;

    public string Sql => sql;

    /// <summary>Parameters the statement has.</summary>
    public int Parameters => raw.sqlite3_bind_parameter_count(handle);

    /// <summary>How often SQLite has compiled it again because of a value bound to it; costs ten times what a small statement does.</summary>
    public int Recompiled => raw.sqlite3_stmt_status(handle, Reprepare, 0);

    public RawStatement Add(long value)
    {
        Bound(raw.sqlite3_bind_int64(handle, ++_parameter, value));
        return this;
    }

    public RawStatement Add(long? value) => value is { } known ? Add(known) : AddNull();

    public RawStatement Add(bool value) => Add(value ? 1L : 0L);

    public RawStatement Add(bool? value) => value is { } known ? Add(known) : AddNull();

    public RawStatement Add(DateTimeOffset value) => Add(value.UtcTicks);

    public RawStatement Add(DateTimeOffset? value) => value is { } known ? Add(known.UtcTicks) : AddNull();

    public RawStatement Add(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes);
        Bound(raw.sqlite3_bind_blob(handle, ++_parameter, bytes));
        return this;
    }

    public RawStatement Add(Guid? value) => value is { } known ? Add(known) : AddNull();

    public RawStatement Add(RecordKey? record) => Add(record?.Type).Add(record?.Id);

    public RawStatement Add(string? value)
    {
        if (value is null) return AddNull();
        _parameter++;
        if (value.Length == 0)
        {
            // An empty span has no address, which SQLite would take for NULL.
            Bound(raw.sqlite3_bind_text(handle, _parameter, ""));
            return this;
        }

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > _buffer.Length) _buffer = new byte[Math.Max(most, _buffer.Length * 2)];
        var length = Encoding.UTF8.GetBytes(value, _buffer);
        Bound(raw.sqlite3_bind_text(handle, _parameter, _buffer.AsSpan(0, length)));
        if (_buffer.Length > 65_536) _buffer = new byte[512];
        return this;
    }

    public RawStatement AddNull()
    {
        Bound(raw.sqlite3_bind_null(handle, ++_parameter));
        return this;
    }

    /// <summary>Runs a write.</summary>
    /// <returns>Rows changed.</returns>
    public int Run()
    {
        _parameter = 0;
        var result = raw.sqlite3_step(handle);
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            var problem = connection.Problem(result, sql);
            raw.sqlite3_reset(handle);
            throw problem;
        }

        connection.CountWrite();
        var changes = connection.Changes;
        raw.sqlite3_reset(handle);
        return changes;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False after the last.</returns>
    public bool Read()
    {
        _parameter = 0;
        var result = raw.sqlite3_step(handle);
        if (result == raw.SQLITE_ROW) return true;
        var problem = result == raw.SQLITE_DONE ? null : connection.Problem(result, sql);
        raw.sqlite3_reset(handle);
        return problem is null ? false : throw problem;
    }

    /// <summary>Leaves the rows not yet read.</summary>
    public void Stop() => raw.sqlite3_reset(handle);

    /// <summary>Drops rows and parameters of a use that went wrong.</summary>
    public void Forget()
    {
        _parameter = 0;
        raw.sqlite3_reset(handle);
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public int Int(int column) => (int)raw.sqlite3_column_int64(handle, column);

    public bool Flag(int column) => raw.sqlite3_column_int64(handle, column) != 0;

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public int? IntOrNull(int column) => IsNull(column) ? null : Int(column);

    public bool? FlagOrNull(int column) => IsNull(column) ? null : Flag(column);

    public DateTimeOffset Instant(int column) => new(Long(column), TimeSpan.Zero);

    public DateTimeOffset? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    public Guid Guid(int column) => new(raw.sqlite3_column_blob(handle, column));

    public Guid? GuidOrNull(int column) => IsNull(column) ? null : Guid(column);

    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>A record's type and id in two columns.</summary>
    public RecordKey? Record(int column) => IsNull(column) ? null : new RecordKey(Text(column), Text(column + 1));

    private void Bound(int result)
    {
        if (result != raw.SQLITE_OK) throw connection.Problem(result, sql);
    }

    public void Dispose() => handle.Dispose();
}
