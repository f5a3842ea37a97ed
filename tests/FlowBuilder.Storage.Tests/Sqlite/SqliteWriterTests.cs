using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Storage.Sqlite.Writer;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace FlowBuilder.Storage.Tests.Sqlite;

public sealed class SqliteWriterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_has_gathered_is_committed_together()
    {
        await using var fixture = await SqliteStoreFixture.StartAsync();
        using var writer = new SqliteWriter(
            fixture.File, fixture.Partitions, fixture.Seals, CustomerLimits.Standard, fixture.Hashes, fixture.Index);
        using var gate = new ManualResetEventSlim();
        var first = Hold(writer, gate);
        var others = Enumerable.Range(0, 100).Select(i => writer.Write(operations => Note(operations, i), Cancellation)).ToArray();
        gate.Set();
        await first;
        (await Task.WhenAll(others)).ShouldBe(Enumerable.Range(0, 100));
        (writer.Counters.Commits, writer.Counters.Units).ShouldBe((2, 101));
    }

    [Fact]
    public async Task A_unit_that_breaks_is_the_only_one_that_fails()
    {
        await using var fixture = await SqliteStoreFixture.StartAsync();
        using (var writer = new SqliteWriter(
            fixture.File, fixture.Partitions, fixture.Seals, CustomerLimits.Standard, fixture.Hashes, fixture.Index))
        {
            using var gate = new ManualResetEventSlim();
            var first = Hold(writer, gate);
            var others = Enumerable.Range(0, 10)
                .Select(i => writer.Write(operations => i == 4 ? Break(operations, i) : Note(operations, i), Cancellation)).ToArray();
            gate.Set();
            await first;
            await Should.ThrowAsync<InvalidOperationException>(() => others[4]);
            foreach (var other in others.Where((_, i) => i != 4)) await other;
        }

        await using var connection = new SqliteConnection($"Data Source={fixture.File}");
        await connection.OpenAsync(Cancellation);
        await using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT group_concat(value, ' ' ORDER BY value) FROM settings WHERE name LIKE 'note%'";
        (await ask.ExecuteScalarAsync(Cancellation)).ShouldBe("0 1 2 3 5 6 7 8 9");
    }

    [Fact]
    public async Task A_unit_nobody_waits_for_any_more_is_not_written_and_the_rest_is_at_the_end()
    {
        await using var fixture = await SqliteStoreFixture.StartAsync();
        var writer = new SqliteWriter(
            fixture.File, fixture.Partitions, fixture.Seals, CustomerLimits.Standard, fixture.Hashes, fixture.Index);
        using var gate = new ManualResetEventSlim();
        using var gone = new CancellationTokenSource();
        var first = Hold(writer, gate);
        var cancelled = writer.Write(operations => Note(operations, 1), gone.Token);
        var last = writer.Write(operations => Note(operations, 2), Cancellation);
        await gone.CancelAsync();
        gate.Set();
        writer.Dispose();
        await first;
        (await last).ShouldBe(2);
        await Should.ThrowAsync<OperationCanceledException>(() => cancelled);
        Should.Throw<ObjectDisposedException>(() => { _ = writer.Write(operations => Note(operations, 3), Cancellation); });
    }

    [Fact]
    public async Task Numbers_reserved_in_a_transaction_that_was_taken_back_are_not_handed_out_twice()
    {
        await using var fixture = await SqliteStoreFixture.StartAsync();
        using var writer = new SqliteWriter(
            fixture.File, fixture.Partitions, fixture.Seals, CustomerLimits.Standard, fixture.Hashes, fixture.Index);
        await Should.ThrowAsync<InvalidOperationException>(
            () => writer.Write(operations => Break(operations, (int)operations.Ids.Next(IdBlocks.Lines)), Cancellation));
        var first = await writer.Write(operations => operations.Ids.Next(IdBlocks.Lines), Cancellation);
        var reserved = await writer.Write(operations => operations.Ids.Reserve(IdBlocks.Lines, 10), Cancellation);
        reserved.ShouldBeGreaterThan(first);
    }

    [Fact]
    public async Task A_burst_of_one_company_stands_neither_before_anothers_events_nor_before_a_turn()
    {
        await using var fixture = await SqliteStoreFixture.StartAsync();
        using var writer = new SqliteWriter(
            fixture.File, fixture.Partitions, fixture.Seals, CustomerLimits.Standard, fixture.Hashes, fixture.Index);
        using var gate = new ManualResetEventSlim();
        var order = new List<string>();
        var first = Hold(writer, gate);
        var burst = Enumerable.Range(0, 40)
            .Select(i => writer.TakeIn(1, 100, operations => Told(operations, order, $"loud {i}"), Cancellation)).ToArray();
        var quiet = writer.TakeIn(2, 1, operations => Told(operations, order, "quiet"), Cancellation);
        var turn = writer.Write(operations => Told(operations, order, "turn"), Cancellation);
        gate.Set();
        await first;
        await Task.WhenAll([.. burst, quiet, turn]);

        order[..4].ShouldBe(["turn", "loud 0", "quiet", "loud 1"]);
        order.Where(one => one.StartsWith("loud", StringComparison.Ordinal))
            .ShouldBe(Enumerable.Range(0, 40).Select(i => $"loud {i}"), "a company's own order stays");
        writer.Counters.Commits.ShouldBe(15, "the one held up, and 40 x 100 events in threes");
    }

    [Fact]
    public async Task The_log_starts_over_and_its_file_is_not_cut()
    {
        await using var fixture = await SqliteStoreFixture.StartAsync();
        using var writer = new SqliteWriter(
            fixture.File, fixture.Partitions, fixture.Seals, CustomerLimits.Standard, fixture.Hashes, fixture.Index);
        var log = new FileInfo(fixture.File + "-wal");
        var text = new string('x', 3_900);
        long longest = 0, pages = 0;
        for (var group = 0; writer.Counters.LogPages >= pages; group++)
        {
            // A few megabytes each, so that the log is long after some dozen.
            pages = writer.Counters.LogPages;
            await writer.Write(operations => Fill(operations, group, text), Cancellation);
            log.Refresh();
            longest = Math.Max(longest, log.Length);
            group.ShouldBeLessThan(300, "the log never started over");
        }

        log.Refresh();
        log.Length.ShouldBe(longest);
        longest.ShouldBeLessThanOrEqualTo(Checkpoints.KeptBytes);
        await using var connection = new SqliteConnection($"Data Source={fixture.File}");
        await connection.OpenAsync(Cancellation);
        await using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT count(*) % 1000, min(length(value)) FROM settings WHERE name LIKE 'fill%'";
        await using var row = await ask.ExecuteReaderAsync(Cancellation);
        await row.ReadAsync(Cancellation);
        (row.GetInt32(0), row.GetInt32(1)).ShouldBe((0, text.Length));
    }

    private static bool Fill(WriteOperations operations, int group, string text)
    {
        for (var row = 0; row < 1_000; row++) operations.Settings.Set($"fill {group} {row}", text);
        return true;
    }

    /// <summary>Keeps the writer busy until the gate opens; answers when it is.</summary>
    private static Task<bool> Hold(SqliteWriter writer, ManualResetEventSlim gate)
    {
        using var busy = new ManualResetEventSlim();
        var held = writer.Write(
            _ =>
            {
                busy.Set();
                return gate.Wait(TimeSpan.FromMinutes(1), Cancellation);
            },
            Cancellation);
        busy.Wait(Cancellation);
        return held;
    }

    private static int Note(WriteOperations operations, int number)
    {
        operations.Settings.Set($"note{number}", $"{number}");
        return number;
    }

    private static bool Told(WriteOperations operations, List<string> order, string what)
    {
        order.Add(what);
        operations.Settings.Set($"note {what}", what);
        return true;
    }

    private static int Break(WriteOperations operations, int number)
    {
        Note(operations, number);
        throw new InvalidOperationException("broken");
    }
}
