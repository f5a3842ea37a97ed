namespace FlowBuilder.Storage.Sqlite;

/// <summary>SQLite before 3.51.3 can corrupt a database when its write-ahead log is reset.</summary>
internal static class SqliteVersion
{
    public static readonly Version Oldest = new(3, 51, 3);

    /// <exception cref="DatabaseRefusedException">The library is older.</exception>
    public static void Check(string version)
    {
        if (Version.TryParse(version, out var found) && found >= Oldest) return;
        throw new DatabaseRefusedException(
            $"The SQLite library is version {version}. FlowBuilder needs {Oldest} or newer: older ones can damage a database when its log "
                + $"is reset. Install a newer one (package SQLitePCLRaw.lib.e_sqlite3), then start again.");
    }
}
