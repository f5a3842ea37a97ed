using System.Runtime.CompilerServices;
using System.Text;
using CommunityToolkit.HighPerformance.Buffers;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Storage.Sqlite.Raw;

/// <summary>
/// A prepared statement. Parameters are added in their order (<c>?1</c>, <c>?2</c>...), then <see cref="Run"/>, or <see cref="Read"/>
/// until it says no; either way it is ready for its next use.
/// </summary>
internal sealed unsafe class RawStatement(RawConnection connection, nint handle, string sql) : IDisposable
{
    /// <summary>Texts and ids up to so many bytes stay here, pinned, until the statement's next
    /// use; longer ones are copied by SQLite.</summary>
    private const int Room = 2048;

    private readonly byte[] _room = GC.AllocateUninitializedArray<byte>(Room, pinned: true);
    private nint _handle = handle;
    private int _used;
    private int _parameter;

    public string Sql => sql;

    /// <summary>Parameters the statement has.</summary>
    public int Parameters => Native.sqlite3_bind_parameter_count(_handle);

    /// <summary>How often SQLite has compiled it again because of a value bound to it; costs ten
    /// times what a small statement does.</summary>
    public int Recompiled => Native.sqlite3_stmt_status(_handle, Native.StatusReprepare, 0);

    public RawStatement Add(long value)
    {
        Bound(Native.sqlite3_bind_int64(_handle, ++_parameter, value));
        return this;
    }

    public RawStatement Add(long? value) => value is { } known ? Add(known) : AddNull();

    public RawStatement Add(bool value) => Add(value ? 1L : 0L);

    public RawStatement Add(bool? value) => value is { } known ? Add(known) : AddNull();

    public RawStatement Add(DateTimeOffset value) => Add(value.UtcTicks);

    public RawStatement Add(DateTimeOffset? value) => value is { } known ? Add(known.UtcTicks) : AddNull();

    public RawStatement Add(Guid value)
    {
        const int size = 16;
        if (_used + size > Room) throw new InvalidOperationException("A statement binds more ids than there is room for.");
        value.TryWriteBytes(_room.AsSpan(_used));
        Bound(Native.sqlite3_bind_blob(_handle, ++_parameter, Place(), size, Native.Static));
        _used += size;
        return this;
    }

    public RawStatement Add(Guid? value) => value is { } known ? Add(known) : AddNull();

    public RawStatement Add(RecordKey? record) => Add(record?.Type).Add(record?.Id);

    public RawStatement Add(string? value)
    {
        if (value is null) return AddNull();
        _parameter++;
        if (Encoding.UTF8.TryGetBytes(value, _room.AsSpan(_used), out var length))
        {
            Bound(Native.sqlite3_bind_text(_handle, _parameter, Place(), length, Native.Static));
            _used += length;
            return this;
        }

        // Never empty here: an empty text always fits.
        var bytes = Encoding.UTF8.GetBytes(value);
        fixed (byte* text = bytes) Bound(Native.sqlite3_bind_text(_handle, _parameter, text, bytes.Length, Native.Transient));
        return this;
    }

    public RawStatement AddNull()
    {
        Bound(Native.sqlite3_bind_null(_handle, ++_parameter));
        return this;
    }

    /// <summary>Runs a write.</summary>
    /// <returns>Rows changed.</returns>
    public int Run()
    {
        Begin();
        var result = Native.sqlite3_step(_handle);
        if (result is not (Native.Done or Native.Row)) throw Broken(result);
        connection.CountWrite();
        var changes = connection.Changes;
        Native.sqlite3_reset(_handle);
        return changes;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False after the last.</returns>
    public bool Read()
    {
        Begin();
        var result = Native.sqlite3_step(_handle);
        if (result == Native.Row) return true;
        if (result != Native.Done) throw Broken(result);
        Native.sqlite3_reset(_handle);
        return false;
    }

    /// <summary>Leaves the rows not yet read.</summary>
    public void Stop() => Native.sqlite3_reset(_handle);

    /// <summary>Drops rows and parameters of a use that went wrong.</summary>
    public void Forget()
    {
        Begin();
        Native.sqlite3_reset(_handle);
    }

    public bool IsNull(int column) => Native.sqlite3_column_type(_handle, column) == Native.Null;

    public long Long(int column) => Native.sqlite3_column_int64(_handle, column);

    public int Int(int column) => (int)Native.sqlite3_column_int64(_handle, column);

    public bool Flag(int column) => Native.sqlite3_column_int64(_handle, column) != 0;

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public int? IntOrNull(int column) => IsNull(column) ? null : Int(column);

    public bool? FlagOrNull(int column) => IsNull(column) ? null : Flag(column);

    public DateTimeOffset Instant(int column) => new(Long(column), TimeSpan.Zero);

    public DateTimeOffset? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    public Guid Guid(int column) => new(Bytes(column));

    public Guid? GuidOrNull(int column) => IsNull(column) ? null : Guid(column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <summary>A text of few: the name of an event, a source, a kind. Each is kept once.</summary>
    public string Word(int column) => StringPool.Shared.GetOrAdd(Bytes(column), Encoding.UTF8);

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>A record's type and id in two columns.</summary>
    public RecordKey? Record(int column) => IsNull(column) ? null : new RecordKey(Word(column), Text(column + 1));

    public void Dispose()
    {
        if (_handle != 0) Native.sqlite3_finalize(_handle);
        _handle = 0;
    }

    private void Begin() => (_parameter, _used) = (0, 0);

    private byte* Place() => (byte*)Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(_room)) + _used;

    private ReadOnlySpan<byte> Bytes(int column)
    {
        // The order is SQLite's rule: first the value, then its length.
        var bytes = Native.sqlite3_column_blob(_handle, column);
        return new ReadOnlySpan<byte>(bytes, Native.sqlite3_column_bytes(_handle, column));
    }

    private void Bound(int result)
    {
        if (result != Native.Ok) throw connection.Problem(result, sql);
    }

    private Exception Broken(int result)
    {
        var problem = connection.Problem(result, sql);
        Native.sqlite3_reset(_handle);
        return problem;
    }
}
