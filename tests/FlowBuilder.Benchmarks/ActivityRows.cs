using System.Globalization;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Storage.Model;
using FlowBuilder.Testing.Engine;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Benchmarks;

/// <summary>
/// A company's years of activity, written by bulk inserts: runs of some sequences, five steps, one decision, one event and one message
/// each. Most are over or wait; what a person looks for is rare and old: few have failed, fewer are
/// held or were rejected, and those are the oldest.
/// </summary>
internal static class ActivityRows
{
    public const int StepsEach = 5;

    /// <summary>Numbers of rows begin here, far from those the engine has handed out.</summary>
    public const long First = 10_000_000;

    private const int Rare = 5;

    private static readonly (string Node, string Type)[] Done =
    [
        ("ask", "if"), ("tag", "add-tag"), ("w", "wait-for"), ("mail", "email-customer"), ("todo", "create-todo")
    ];

    public static async Task FillAsync(EngineHost engine, IReadOnlyList<(Guid Sequence, long Version)> versions, int runs, int customers)
    {
        await using var context = engine.Context();
        var now = engine.Clock.Now.UtcTicks;
        // A run each two minutes: 200,000 make nine months.
        var entered = $"({now} - ({runs} - i) * {TimeSpan.FromMinutes(2).Ticks})";
        var sequence = Chosen(versions, one => $"x'{Convert.ToHexString(one.Sequence.ToByteArray())}'");
        var version = Chosen(versions, one => one.Version.ToString(CultureInfo.InvariantCulture));
        // The oldest are the rare ones; of the rest one in 500 has failed, a third waits, a few are sending, a fifth was stopped.
        var state =
            $"CASE WHEN i < {Rare} THEN {(int)EnrollmentState.Rejected} WHEN i < {2 * Rare} THEN {(int)EnrollmentState.Waiting} WHEN i % "
                + $"500 = 0 THEN {(int)EnrollmentState.Failed} "
                +
                    $"WHEN i % 3 = 0 THEN {(int)EnrollmentState.Waiting} WHEN i % 5 = 0 THEN {(int)EnrollmentState.Stopped} ELSE "
                        + $"{(int)EnrollmentState.Done} END";
        var hold = $"CASE WHEN i >= {Rare} AND i < {2 * Rare} THEN {(int)Hold.Customer} ELSE 0 END";
        await RunAsync(context,
            $"INSERT INTO customers (company_id, id, partition, user_id, name, email, search_text, fields, unsubscribed, text_stopped, "
                + $"email_bounced, automations_off, created_at) "
            +
            $"SELECT 1, {First} + i, i % 4, 'u-' || i, 'Ann Miller ' || i, 'ann' || i || '@example.com', 'ann miller ' || i || ' ann' || "
                + $"i || '@example.com +1555' || (1000000 + i) || ' u-' || i, "
                +
                $"'{{\"first_name\":\"Ann\",\"last_name\":\"Miller ' || i || '\",\"email\":\"ann' || i || "
                    + $"'@example.com\",\"city\":\"Springfield\",\"service\":\"Lawn care\",\"lot_size\":4200}}', 0, 0, 0, 0, {now} FROM n",
            customers);
        await RunAsync(context,
            $"INSERT INTO enrollments (company_id, id, partition, customer_id, sequence_id, version_id, record_type, record_id, state, "
                + $"hold, cursor, pass, entered_at, entered_seq, arrived_at, due_at, skips_to_next_wait, depth, starting_event, ended_at, "
                + $"end_reason) "
            +
            $"SELECT 1, id, i % 4, customer, sequence, version, 'estimate', 'E-' || i, state, hold, CASE WHEN state <= 3 THEN 2 ELSE -1 "
                + $"END, 1, entered, i, entered, CASE WHEN state <= 3 THEN {now} + i END, 0, 0, '@', "
                +
                $"CASE WHEN state > 3 THEN entered + 1000 END, CASE state WHEN 4 THEN 'Reached the end.' WHEN 5 THEN 'Stopped because "
                    + $"“Estimate Accepted” has happened since the customer entered.' END FROM (SELECT {First} + i AS id, i, {First} + i "
                    + $"% {customers} AS customer, {sequence} AS sequence, {version} AS version, {state} AS state, {hold} AS hold, "
                    + $"{entered} AS entered FROM n)",
            runs);
        var steps =
            string.Join(" UNION ALL ", Done.Select((step, at) => $"SELECT {at} AS s, '{step.Node}' AS node, '{step.Type}' AS type"));
        await RunAsync(context,
            $"INSERT INTO step_runs (company_id, enrollment_id, id, node, pass, step_type, arrived_at, at, result, port, because) " +
            $"SELECT 1, {First} + i, {First} + i * {StepsEach} + s, node, 1, type, {entered}, {entered} + s, 0, CASE s WHEN 0 THEN 'no' "
                + $"END, NULL FROM n, ({steps}) ORDER BY i, s",
            runs);
        await RunAsync(context,
            $"INSERT INTO decisions (company_id, customer_id, id, sequence_id, enrollment_id, at, outcome, sentence) " +
            $"SELECT 1, {First} + i % {customers}, {First} + i, {sequence}, {First} + i, {entered}, 0, 'Entered because of “Estimate "
                + $"Sent” (estimate E-' || i || ').' FROM n",
            runs);
        await RunAsync(context,
            $"INSERT INTO events (company_id, customer_id, seq, name, kind, at, arrived_at, record_type, record_id, source, depth, "
                + $"imported) "
            +
            $"SELECT 1, {First} + i % {customers}, i, 'Bench Activity', 0, {entered}, {entered}, 'estimate', 'E-' || i, 'crm', 0, 0 FROM n",
            runs);
        await RunAsync(context,
            $"INSERT INTO messages (company_id, id, partition, customer_id, enrollment_id, sequence_id, node, pass, part, channel, "
                + $"purpose, template_revision, \"to\", subject, state, attempts, created_at, sent_at) "
            +
            $"SELECT 1, {First} + i, i % 4, {First} + i % {customers}, {First} + i, {sequence}, 'mail', 1, 0, 0, 0, 1, 'ann' || i || "
                + $"'@example.com', 'Your estimate', CASE WHEN i % 500 = 0 THEN 4 ELSE 2 END, 1, {entered}, {entered} FROM n",
            runs);
        await RunAsync(
            context,
            $"INSERT INTO message_bodies (company_id, message_id, html, text) SELECT 1, {First} + i, '<p>Hello Ann</p>' || "
                + $"hex(zeroblob(300)), 'Hello Ann' FROM n",
            runs);
    }

    private static string Chosen(
        IReadOnlyList<(Guid Sequence, long Version)> versions, Func<(Guid Sequence, long Version), string> value) =>
        $"CASE i % {versions.Count} {string.Join(' ', versions.Select((one, at) => $"WHEN {at} THEN {value(one)}"))} END";

    private static Task RunAsync(FlowBuilderContext context, string insert, int rows)
    {
#pragma warning disable EF1002 // Made of numbers and of our own words.
        return context.Database.ExecuteSqlRawAsync(
            $"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {rows}) {insert}"
                .Replace("{", "{{", StringComparison.Ordinal)
                .Replace("}", "}}", StringComparison.Ordinal));
#pragma warning restore EF1002
    }
}
