using System.Runtime.InteropServices;

namespace FlowBuilder.Storage.Sqlite.Raw;

/// <summary>
/// The functions of SQLite's C interface that the hot path calls, bound directly to the library that Microsoft.Data.Sqlite brings. A
/// wrapper with safe handles costs more than many of these calls themselves: a commit of 500
/// customers binds some 20,000 values. See https://sqlite.org/c3ref/funclist.html.
/// </summary>
internal static unsafe partial class Native
{
    public const int Ok = 0;
    public const int Row = 100;
    public const int Done = 101;
    public const int Null = 5;
    public const int OpenReadOnly = 0x1;
    public const int OpenReadWrite = 0x2;
    public const int OpenNoMutex = 0x8000;
    public const uint PreparePersistent = 0x1;
    public const int CheckpointNoop = -1;
    public const int CheckpointPassive = 0;
    public const int StatusReprepare = 5;
    private const string Library = "e_sqlite3";

    /// <summary>SQLite copies the bytes before it returns.</summary>
    public static readonly nint Transient = -1;

    /// <summary>The bytes stay where they are until the statement's next use.</summary>
    public static readonly nint Static;

    [LibraryImport(Library)]
    public static partial int sqlite3_open_v2(byte* file, out nint connection, int flags, byte* vfs);

    // Four whose result says nothing that step and prepare have not said: it is left alone.
    [LibraryImport(Library)]
    public static partial void sqlite3_close_v2(nint connection);

    [LibraryImport(Library)]
    public static partial void sqlite3_busy_timeout(nint connection, int milliseconds);

    [LibraryImport(Library)]
    public static partial int sqlite3_exec(nint connection, byte* sql, nint callback, nint argument, nint error);

    [LibraryImport(Library)]
    public static partial byte* sqlite3_errmsg(nint connection);

    [LibraryImport(Library)]
    public static partial int sqlite3_extended_errcode(nint connection);

    [LibraryImport(Library)]
    public static partial int sqlite3_get_autocommit(nint connection);

    [LibraryImport(Library)]
    public static partial int sqlite3_wal_checkpoint_v2(nint connection, byte* database, int mode, out int pages, out int copied);

    [LibraryImport(Library)]
    public static partial int sqlite3_prepare_v3(nint connection, byte* sql, int length, uint flags, out nint statement, nint tail);

    [LibraryImport(Library)]
    public static partial void sqlite3_finalize(nint statement);

    [LibraryImport(Library)]
    public static partial int sqlite3_step(nint statement);

    [LibraryImport(Library)]
    public static partial void sqlite3_reset(nint statement);

    [LibraryImport(Library)]
    public static partial int sqlite3_bind_parameter_count(nint statement);

    [LibraryImport(Library)]
    public static partial int sqlite3_stmt_status(nint statement, int what, int reset);

    // The functions below return at once and never call back: the runtime need not step aside for them.
    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int sqlite3_changes(nint connection);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int sqlite3_bind_int64(nint statement, int parameter, long value);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int sqlite3_bind_null(nint statement, int parameter);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int sqlite3_bind_text(nint statement, int parameter, byte* text, int length, nint lifetime);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int sqlite3_bind_blob(nint statement, int parameter, byte* bytes, int length, nint lifetime);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial long sqlite3_column_int64(nint statement, int column);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int sqlite3_column_type(nint statement, int column);

    // These two may read overflow pages.
    [LibraryImport(Library)]
    public static partial byte* sqlite3_column_blob(nint statement, int column);

    [LibraryImport(Library)]
    public static partial int sqlite3_column_bytes(nint statement, int column);
}
