using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;

namespace FlowBuilder.Benchmarks.Neighbours;

/// <summary>
/// B's customers ask, twenty a second, each in a call of its own and at its time, whether or not the one before was answered. Noted for
/// each: when the program had accepted it, when its tag was committed (seen in the database within
/// a few milliseconds), when its email was with the mail server.
/// </summary>
internal sealed class Visit(Street street)
{
    private const int PerSecond = 20;

    /// <summary>How long what is under way at the end is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(3);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _accepted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _tagged = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>Asks for so long, and waits for what follows.</summary>
    public async Task<Waits> GoAsync(TimeSpan length)
    {
        using var all = new CancellationTokenSource();
        using var connection = new SqliteConnection($"Data Source={street.Program.Database};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        var people = People(connection);
        var watching = Task.Run(() => WatchAsync(connection, people, all.Token));
        var readiness = Task.Run(() => AskReadinessAsync(all.Token));
        var asked = new List<string>();
        var asking = new List<Task>();
        var began = Stopwatch.GetTimestamp();
        for (var number = 0; number < Math.Max(2, PerSecond * length.TotalSeconds); number++)
        {
            var left = TimeSpan.FromSeconds((double)number / PerSecond) - Stopwatch.GetElapsedTime(began);
            if (left > TimeSpan.Zero) await Task.Delay(left);
            asked.Add(Street.CustomerB(_next++));
            asking.Add(AskAsync(asked[^1]));
        }

        await Task.WhenAll(asking);
        began = Stopwatch.GetTimestamp();
        while (!IsDone(asked) && Stopwatch.GetElapsedTime(began) < Patience) await Task.Delay(50);
        await all.CancelAsync();
        await watching;
        var notReady = await readiness;
        var end = TimeProvider.System.GetUtcNow();
        var handed = Handed();
        lock (_tagged)
        {
            return new Waits(
                [.. asked.Select(one => _tagged.GetValueOrDefault(one, end) - _accepted[one])],
                [.. asked.Select(one => handed.GetValueOrDefault(one, end) - _accepted[one])],
                asked.Count(one => !_tagged.ContainsKey(one)), asked.Count(one => !handed.ContainsKey(one)), notReady);
        }
    }

    private async Task AskAsync(string customer)
    {
        var status = await street.Program.TellAsync(Street.WriteB, [new { type = "track", userId = customer, @event = "Asked" }]);
        if (status != HttpStatusCode.OK) throw new InvalidOperationException($"B's event was answered with {(int)status}.");
        _accepted[customer] = TimeProvider.System.GetUtcNow();
    }

    private bool IsDone(List<string> asked)
    {
        lock (_tagged)
            if (!asked.TrueForAll(_tagged.ContainsKey)) return false;
        var handed = Handed();
        return asked.TrueForAll(handed.ContainsKey);
    }

    private Dictionary<string, DateTimeOffset> Handed() =>
        street.Mail.Deliveries
            .Where(delivery => delivery.To[0].EndsWith("@b.example", StringComparison.Ordinal))
            .ToDictionary(
                delivery => delivery.To[0][..delivery.To[0].IndexOf('@', StringComparison.Ordinal)], delivery => delivery.At,
                StringComparer.Ordinal);

    private static Dictionary<long, string> People(SqliteConnection connection)
    {
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT id, user_id FROM customers WHERE company_id = 2";
        using var rows = read.ExecuteReader();
        var people = new Dictionary<long, string>();
        while (rows.Read()) people[rows.GetInt64(0)] = rows.GetString(1);
        return people;
    }

    private async Task WatchAsync(SqliteConnection connection, Dictionary<long, string> people, CancellationToken over)
    {
        using var changed = connection.CreateCommand();
        changed.CommandText = "PRAGMA data_version";
        using var tags = connection.CreateCommand();
        tags.CommandText = "SELECT customer_id FROM customer_tags WHERE company_id = 2";
        var last = -1L;
        while (!over.IsCancellationRequested)
        {
            var version = (long)changed.ExecuteScalar()!;
            if (version != last) Note(tags, people);
            last = version;
            await Task.Delay(Look, CancellationToken.None);
        }
    }

    private void Note(SqliteCommand tags, Dictionary<long, string> people)
    {
        var seen = new List<string>();
        using (var rows = tags.ExecuteReader())
            while (rows.Read()) seen.Add(people[rows.GetInt64(0)]);
        var now = TimeProvider.System.GetUtcNow();
        lock (_tagged)
            foreach (var customer in seen) _tagged.TryAdd(customer, now);
    }

    /// <summary>How often the program said that it is not ready, or did not answer within the time anybody's probe has.</summary>
    private async Task<int> AskReadinessAsync(CancellationToken over)
    {
        using var probe = new HttpClient { BaseAddress = street.Program.Address, Timeout = TimeSpan.FromSeconds(5) };
        var notReady = 0;
        while (!over.IsCancellationRequested)
        {
            try
            {
                using var answer = await probe.GetAsync(new Uri("health/ready", UriKind.Relative), CancellationToken.None);
                if (!answer.IsSuccessStatusCode) notReady++;
            }
            catch (TaskCanceledException)
            {
                notReady++;
            }

            await Task.Delay(250, CancellationToken.None);
        }

        return notReady;
    }
}
