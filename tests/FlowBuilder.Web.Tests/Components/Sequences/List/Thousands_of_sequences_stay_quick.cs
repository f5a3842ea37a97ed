using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using FlowBuilder.Application.Sequences.Finding;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Sequences;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Components.Sequences.List;

/// <summary>5,000 sequences and 500,000 runs: how many statements a page of the list takes and how
/// the database finds their rows. The times are printed, not judged.</summary>
public sealed class Thousands_of_sequences_stay_quick(ApiHost host, ITestOutputHelper output) : IClassFixture<ApiHost>
{
    private const int Sequences = 5_000;
    private const int Runs = 500_000;
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_page_takes_as_many_statements_as_a_short_list_and_counts_runs_within_an_index()
    {
        await using var context = host.Context();
        await FillAsync(context);
        using var statements = new Statements(context);
        var clock = Stopwatch.StartNew();
        var found = SequenceSearch.Find(context, "", null);
        (await found.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(Sequences);
        var lines = await SequenceSearch.ReadAsync(
            context, SequenceSearch.Order(found, SequenceSort.Updated).Take(50), TestContext.Current.CancellationToken);
        var trends = await EntryTrend.ReadAsync(
            context, [.. lines.Select(line => line.Id)], Now, TimeZoneInfo.Utc, TestContext.Current.CancellationToken);
        var choices = await SequenceChoices.ReadAsync(context, TestContext.Current.CancellationToken);
        output.WriteLine(
            $"A page of 50 of {Sequences:N0} sequences with {Runs:N0} runs: {clock.ElapsedMilliseconds} ms, {statements.All.Count} "
                + $"statements.");

        lines.Count.ShouldBe(50);
        lines.Sum(line => line.Entered).ShouldBe(50 * Runs / Sequences);
        lines.ShouldAllBe(line => line.Inside > 0 && line.Finished > 0 && line.Stopped > 0);
        trends.Count.ShouldBe(50);
        trends[lines[0].Id].Sum().ShouldBe(Runs / Sequences / 2, "every other run began within the days shown");
        choices.Labels.ShouldBe(["label 0", "label 1", "label 2"]);
        statements.All.Count.ShouldBeLessThanOrEqualTo(7);

        var plans = new List<string>();
        foreach (var statement in statements.All) plans.AddRange(await ExplainAsync(context, statement));
        plans.ShouldContain(
            step => step.Contains("ix_sequences_updated", StringComparison.Ordinal), "the newest are found without sorting");
        var ofRuns = plans.Where(
            step => step.Contains(" e ", StringComparison.Ordinal) || step.Contains("enrollments", StringComparison.Ordinal)).ToList();
        ofRuns.Count.ShouldBeGreaterThanOrEqualTo(3 + EntryTrend.Days);
        ofRuns.ShouldAllBe(
            step => step.Contains("USING COVERING INDEX ix_enrollments_version (company_id=? AND version_id=?", StringComparison.Ordinal));
    }

    private static async Task FillAsync(FlowBuilderContext context)
    {
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var number = 1; number <= Sequences; number++)
        {
            var id = Guid.CreateVersion7(Now.AddMinutes(number));
            context.Sequences.Add(new SequenceRow
            {
                Id = id, Title = $"Sequence {number}", Draft = new string('x', 3_000), State = SequenceState.Live, DraftRevision = 1,
                VersionNumber = 1, Labels = $"[\"label {number % 3}\"]", OwnerId = "owner-1", CreatedAt = Now,
                UpdatedAt = Now.AddMinutes(number)
            });
            context.SequenceVersions.Add(new SequenceVersionRow
            {
                Id = number, SequenceId = id, Number = 1, Document = "{}", Plan = "{}", PlanHash = "x", PublishedAt = Now,
                PublishedBy = "Olive"
            });
        }

        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        context.ChangeTracker.Clear();
        var (lately, before) = (Now.AddDays(-1).UtcTicks, Now.AddDays(-60).UtcTicks);
        await context.Database.ExecuteSqlAsync(
            $"""
            WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {Runs - 1})
            INSERT INTO enrollments (company_id, id, partition, customer_id, sequence_id, version_id, state, hold, cursor, pass, entered_at, entered_seq, arrived_at, skips_to_next_wait, depth)
            SELECT 1, i + 1, 0, i, x'00', i % {Sequences} + 1, i / {Sequences} % {(int)EnrollmentState.Failed + 1}, 0, 0, 0, CASE i / {Sequences} % 2 WHEN 0 THEN {lately} ELSE {before} END, i, 0, 0, 0 FROM n
            """, TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlyList<string>> ExplainAsync(FlowBuilderContext context, Statement statement)
    {
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement.Sql;
        foreach (var (name, value) in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var steps = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken)) steps.Add(rows.GetString(3));
        return steps;
    }

    private sealed record Statement(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);

    /// <summary>What one context sends to the database.</summary>
    private sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly ConcurrentQueue<Statement> _all = [];
        private readonly List<IDisposable> _subscriptions = [];
        private readonly DbContext _context;

        public Statements(DbContext context)
        {
            _context = context;
            _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public IReadOnlyCollection<Statement> All => _all;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name) _subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name
                && value.Value is CommandEventData data
                && ReferenceEquals(data.Context, _context))
                _all.Enqueue(new Statement(
                    data.Command.CommandText,
                    [.. data.Command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            foreach (var subscription in _subscriptions) subscription.Dispose();
        }
    }
}
