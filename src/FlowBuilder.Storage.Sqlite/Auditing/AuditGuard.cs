using Microsoft.Data.Sqlite;

namespace FlowBuilder.Storage.Sqlite.Auditing;

/// <summary>
/// The triggers by which the database refuses to change or delete audit lines. Looked after at every start and not only in a
/// migration: SQLite drops a table's triggers whenever a migration builds the table anew.
/// </summary>
internal static class AuditGuard
{
    private const string Triggers = """
        CREATE TRIGGER IF NOT EXISTS audit_log_keeps_lines BEFORE UPDATE ON audit_log BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;
        CREATE TRIGGER IF NOT EXISTS audit_log_loses_none BEFORE DELETE ON audit_log BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;
        """;

    /// <summary>Puts the triggers where they are missing.</summary>
    public static async Task SetAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Triggers;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
