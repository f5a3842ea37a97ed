using System.Globalization;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage;
using FlowBuilder.Testing;
using FlowBuilder.Testing.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Benchmarks.Rest;

/// <summary>A database in which many wait for a month, written by bulk inserts. Each stands in the partition that looks after it.</summary>
internal static class WaitingRows
{
    private const int AtOnce = 200;

    public static async Task FillAsync(string folder, int waiting)
    {
        await using var engine = await EngineHost.StartAsync(
            [new CountingChannel(Channel.Email), new CountingChannel(Channel.Text), new CountingChannel(Channel.Webhook)], folder);
        var sequence = await engine.PublishAsync("""
            { "format": "flowbuilder.sequence/1", "title": "Long wait", "description": "", "settings": {},
              "nodes": [
                { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Bench Waits" }, "at": [0, 0] },
                { "id": "w", "kind": "wait", "step": { "type": "wait-for", "duration": "P30D" }, "at": [0, 100] },
                { "id": "tag", "kind": "action", "step": { "type": "add-tag", "tag": "waited" }, "at": [0, 200] } ],
              "edges": [ { "from": "t", "to": "w" }, { "from": "w", "to": "tag" } ] }
            """);
        await using var context = engine.Context();
        var version = await context.SequenceVersions.Where(row => row.SequenceId == sequence.Value).Select(row => row.Id).SingleAsync();
        var partitions = engine.Services.GetRequiredService<EngineOptions>().Partitions;
        var now = engine.Clock.Now;
        await using var transaction = await context.Database.BeginTransactionAsync();
        for (var first = 0; first < waiting; first += AtOnce)
        {
            var numbers = Enumerable.Range(first, Math.Min(AtOnce, waiting - first)).Select(number => ActivityRows.First + number).ToList();
            var customers = numbers.Select(
                id => Text(
                    $"(1, {id}, {new CustomerId(id).PartitionOf(partitions)}, 'w-{id}', 'Ann {id}', 'ann{id}@example.com', 'ann', '{{}}', 0, 0, 0, 0, {now.UtcTicks}, '', '')"));
            var runs = numbers.Select(
                id => Text(
                    $"(1, {id}, {new CustomerId(id).PartitionOf(partitions)}, {id}, x'{Convert.ToHexString(sequence.Value.ToByteArray())}', {version}, {(int)EnrollmentState.Waiting}, 0, 1, 1, {now.UtcTicks}, {id}, {now.UtcTicks}, {now.AddDays(30).UtcTicks + id}, 0, 0, '@')"));
            await InsertAsync(
                context,
                "INSERT INTO customers (company_id, id, partition, user_id, name, email, search_text, fields, unsubscribed, text_stopped, "
                    + "email_bounced, automations_off, created_at, email_hash, phone_hash) VALUES ",
                customers);
            await InsertAsync(
                context,
                "INSERT INTO enrollments (company_id, id, partition, customer_id, sequence_id, version_id, state, hold, cursor, pass, "
                    + "entered_at, entered_seq, arrived_at, due_at, skips_to_next_wait, depth, starting_event) VALUES ",
                runs);
        }

        await transaction.CommitAsync();
        // The program has a key ring of its own: it makes its own key for links.
        await context.Settings.Where(setting => setting.Name == "links.key").ExecuteDeleteAsync();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static Task InsertAsync(DbContext context, string insert, IEnumerable<string> rows)
    {
#pragma warning disable EF1003 // Made of numbers and of our own words.
        return context.Database.ExecuteSqlRawAsync(insert + string.Join(", ", rows).Replace("{}", "{{}}", StringComparison.Ordinal));
#pragma warning restore EF1003
    }
}
