using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace FlowBuilder.Benchmarks;

/// <summary>
/// The raw floors: Microsoft.Data.Sqlite, WAL, synchronous=FULL, one writer, prepared statements, BEGIN IMMEDIATE, batch 100, and nothing
/// but W1's rows. <see cref="Full"/> writes what the work needs at least; <see cref="Rows"/> and
/// <see cref="StrictRows"/> write every row the engine writes.
/// </summary>
internal static class Floor
{
    private const int Batch = 100;

    /// <summary>W1's steps: five for each customer.</summary>
    public const int StepsEach = 5;

    /// <summary>Steps per second of the least W1 needs: 1 enrollment insert; per step 1 history
    /// insert and 1 state update; 1 tag insert, 1 to-do insert, 1 tag read.</summary>
    public static double Full(string folder, int customers) =>
        Run(Path.Combine(folder, $"floor-full-{Guid.NewGuid():N}.db"), customers, everyRow: false);

    /// <summary>
    /// Steps per second of writing every row the engine really writes when runs walk: also the inbox event, its key, the decision, the
    /// message and its result, the raised tag event and the notification of the to-do; a run is written when it enters and when it ends.
    /// </summary>
    public static double Rows(string folder, int customers) =>
        Run(Path.Combine(folder, $"floor-rows-{Guid.NewGuid():N}.db"), customers, everyRow: true, walking: true);

    /// <summary>The same with a commit and a moved run for every step.</summary>
    public static double StrictRows(string folder, int customers) =>
        Run(Path.Combine(folder, $"floor-strict-{Guid.NewGuid():N}.db"), customers, everyRow: true);

    private static double Run(string file, int customers, bool everyRow, bool walking = false)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA busy_timeout=5000");
        Execute(connection,
            "CREATE TABLE enrollments (id INTEGER PRIMARY KEY, company INTEGER, customer INTEGER, version INTEGER, state INTEGER, step "
                + "INTEGER, due_at INTEGER)",
            "CREATE INDEX due ON enrollments (due_at) WHERE due_at IS NOT NULL",
            "CREATE TABLE step_runs (company INTEGER, enrollment INTEGER, step INTEGER, pass INTEGER, at INTEGER, outcome INTEGER, PRIMARY "
                + "KEY (enrollment, step, pass)) WITHOUT ROWID",
            "CREATE TABLE tags (company INTEGER, customer INTEGER, tag TEXT, PRIMARY KEY (company, customer, tag)) WITHOUT ROWID",
            "CREATE TABLE todos (id INTEGER PRIMARY KEY, company INTEGER, customer INTEGER, title TEXT, due_at INTEGER)",
            "CREATE TABLE events (seq INTEGER PRIMARY KEY, company INTEGER, customer INTEGER, partition INTEGER, name TEXT, at INTEGER, "
                + "properties TEXT)",
            "CREATE INDEX happenings ON events (company, customer, seq)",
            "CREATE TABLE event_keys (company INTEGER, source TEXT, message_id TEXT, at INTEGER, PRIMARY KEY (company, source, "
                + "message_id)) WITHOUT ROWID",
            "CREATE TABLE decisions (id INTEGER PRIMARY KEY, company INTEGER, customer INTEGER, sequence TEXT, at INTEGER, outcome "
                + "INTEGER, sentence TEXT)",
            "CREATE INDEX whys ON decisions (company, customer)",
            "CREATE TABLE messages (id INTEGER PRIMARY KEY, company INTEGER, customer INTEGER, enrollment INTEGER, node TEXT, recipient "
                + "TEXT, subject TEXT, state INTEGER, sent_at INTEGER)",
            "CREATE TABLE message_bodies (id INTEGER PRIMARY KEY, html TEXT, text TEXT)",
            "CREATE INDEX outbox ON messages (company, customer)",
            "CREATE TABLE notifications (id INTEGER PRIMARY KEY, company INTEGER, person INTEGER, customer INTEGER, text TEXT, at INTEGER)",
            "CREATE INDEX bells ON notifications (company, person)");

        using var begin = Prepare(connection, "BEGIN IMMEDIATE");
        using var commit = Prepare(connection, "COMMIT");
        using var enroll = Prepare(connection, "INSERT INTO enrollments VALUES (@a, 1, @a, 1, 1, 0, @b)", "@a", "@b");
        using var history = Prepare(connection, "INSERT INTO step_runs VALUES (1, @a, @b, 1, @c, 0)", "@a", "@b", "@c");
        using var move = Prepare(connection, "UPDATE enrollments SET step = @b, due_at = @c WHERE id = @a", "@a", "@b", "@c");
        using var tag = Prepare(connection, "INSERT INTO tags VALUES (1, @a, 'nudging')", "@a");
        using var todo = Prepare(connection, "INSERT INTO todos VALUES (@a, 1, @a, 'Call', 0)", "@a");
        using var ask = Prepare(connection, "SELECT 1 FROM tags WHERE company = 1 AND customer = @a AND tag = 'do-not-nudge'", "@a");
        using var happened = Prepare(
            connection, "INSERT INTO events VALUES (@a, 1, @b, 1, @c, 0, '{\"estimate_id\":\"E-1\",\"total\":540}')", "@a", "@b", "@c");
        using var key = Prepare(connection, "INSERT INTO event_keys VALUES (1, 'crm', @a, 0)", "@a");
        using var decision = Prepare(
            connection,
            "INSERT INTO decisions VALUES (@a, 1, @a, 's', 0, 0, 'An estimate was sent and the customer does not have the tag.')", "@a");
        using var message = Prepare(
            connection, "INSERT INTO messages VALUES (@a, 1, @a, @a, 'mail', 'somebody@example.com', 'Your estimate', 1, NULL)", "@a");
        using var body = Prepare(connection, "INSERT INTO message_bodies VALUES (@a, @b, @b)", "@a", "@b");
        using var sent = Prepare(connection, "UPDATE messages SET state = 2, sent_at = 1 WHERE id = @a", "@a");
        using var told = Prepare(connection, "INSERT INTO notifications VALUES (@a, 1, 1, @a, 'A to-do for you: Call Ann.', 0)", "@a");
        var html = new string('x', 600);

        var clock = Stopwatch.StartNew();
        if (everyRow)
            InBatches(
                begin, commit, customers, customer => Run(happened, customer * 1024L, customer, "Estimate Sent"),
                customer => Run(key, $"message-{customer}"));
        InBatches(begin, commit, customers, customer =>
        {
            Run(enroll, customer, 1);
            if (everyRow) Run(decision, customer);
        });
        if (walking)
        {
            InBatches(begin, commit, customers, customer =>
            {
                for (var step = 0; step < StepsEach - 1; step++) Do(customer, step);
            });
            InBatches(begin, commit, customers, customer =>
            {
                Run(sent, customer);
                Do(customer, StepsEach - 1);
                Run(move, customer, StepsEach, DBNull.Value);
            });
        }
        else
        {
            for (var step = 0; step < StepsEach; step++)
            {
                var now = step;
                InBatches(begin, commit, customers, customer =>
                {
                    Do(customer, now);
                    Run(move, customer, now + 1, now == StepsEach - 1 ? DBNull.Value : 1);
                    if (now == 3 && everyRow) Run(sent, customer);
                });
            }
        }

        var rate = customers * StepsEach / clock.Elapsed.TotalSeconds;
        connection.Close();
        foreach (var left in Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*")) File.Delete(left);
        return rate;

        void Do(long customer, int step)
        {
            if (step == 0) ask.Parameters[0].Value = customer;
            if (step == 0) ask.ExecuteScalar();
            if (step == 1) Run(tag, customer);
            if (step == 1 && everyRow) Run(happened, (customer * 1024L) + 1, customer, "Tag Added");
            if (step == 3 && everyRow)
            {
                Run(message, customer);
                Run(body, customer, html);
                if (!walking) Run(move, customer, step, DBNull.Value);
            }

            if (step == 4) Run(todo, customer);
            if (step == 4 && everyRow) Run(told, customer);
            Run(history, customer, step, step);
        }
    }

    private static void InBatches(SqliteCommand begin, SqliteCommand commit, int customers, params Action<long>[] work)
    {
        for (var first = 1L; first <= customers; first += Batch)
        {
            begin.ExecuteNonQuery();
            for (var customer = first; customer < first + Batch && customer <= customers; customer++)
                foreach (var one in work) one(customer);
            commit.ExecuteNonQuery();
        }
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string text, params string[] names)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var name in names) command.Parameters.AddWithValue(name, 0);
        command.Prepare();
        return command;
    }

    private static void Run(SqliteCommand command, params object[] values)
    {
        for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index];
        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, params string[] statements)
    {
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }
}
