using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FlowBuilder.Storage.Sqlite;

/// <summary>
/// Tells SQLite's planner from the first day what the tables will be like: large, with a company that narrows nothing and a customer that
/// narrows a lot. Without it a question about one customer walks the whole company along the primary key. Retention replaces these
/// guesses by what is counted (<c>PRAGMA optimize</c>).
/// </summary>
internal static class SqliteStatistics
{
    private const int Rows = 1_000_000;
    private const int RowsOfPartial = 1_000;
    private const int RowsPerKey = 10;

    /// <summary>Seeds the statistics of indexes that have none.</summary>
    public static async Task SeedAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await RunAsync(connection, "ANALYZE sqlite_schema", cancellation);
        foreach (var index in await IndexesAsync(connection, cancellation))
        {
            await using var seed = connection.CreateCommand();
            seed.CommandText =
                "INSERT INTO sqlite_stat1 (tbl, idx, stat) SELECT $table, $index, $stat WHERE NOT EXISTS (SELECT 1 FROM sqlite_stat1 WHERE "
                    + "tbl = $table AND idx = $index)";
            seed.Parameters.AddWithValue("$table", index.Table);
            seed.Parameters.AddWithValue("$index", index.Name);
            seed.Parameters.AddWithValue("$stat", Guess(index));
            await seed.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        await RunAsync(connection, "ANALYZE sqlite_schema", cancellation);
    }

    private static string Guess(Index index)
    {
        var rows = index.IsPartial ? RowsOfPartial : Rows;
        var numbers = index.Columns.Select((column, place) =>
            place == index.Columns.Length - 1 && index.IsUnique
                ? 1
                : place == 0 && column is "company_id" or "partition"
                ? rows
                : RowsPerKey);
        return string.Join(' ', numbers.Prepend(rows).Select(number => number.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<List<Index>> IndexesAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        await using var ask = connection.CreateCommand();
        // The planner knows the key of a table without rowid by the table's name.
        ask.CommandText = """
            SELECT t.name, CASE WHEN i.origin = 'pk' AND t.wr = 1 THEN t.name ELSE i.name END, i."unique", i.partial, group_concat(c.name, ',' ORDER BY c.seqno)
            FROM pragma_table_list t, pragma_index_list(t.name) i, pragma_index_info(i.name) c
            WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\_\_%' ESCAPE '\'
            GROUP BY t.name, i.name
            """;
        var indexes = new List<Index>();
        await using var rows = await ask.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            indexes.Add(new Index(
                rows.GetString(0), rows.GetString(1), rows.GetInt64(2) == 1, rows.GetInt64(3) == 1, rows.GetString(4).Split(',')));
        return indexes;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private sealed record Index(string Table, string Name, bool IsUnique, bool IsPartial, string[] Columns);
}
