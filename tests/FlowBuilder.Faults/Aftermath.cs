using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Messages;
using FlowBuilder.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.Faults;

/// <summary>What the database holds, read while or after the program ran.</summary>
internal sealed class Aftermath : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Guid _sequence;

    public Aftermath(string connectionString, Guid sequence)
    {
        _services =
            new ServiceCollection().AddSqliteStorage(SqliteDatabase.OnSqlite(connectionString, Path.GetTempPath())).BuildServiceProvider();
        _sequence = sequence;
    }

    /// <summary>How the ids of imported customers begin.</summary>
    public const string ImportedIds = "killed-import-";

    /// <summary>What an import has stored: events, customers, and different ids among these.</summary>
    public async Task<(int Events, int Customers, int Different)> ImportedAsync(CancellationToken cancellation)
    {
        await using var context = await OpenAsync(cancellation);
        var events = await context.EventKeys.CountAsync(key => key.MessageId.StartsWith("csv-"), cancellation);
        var customers = await context.Customers.CountAsync(row => row.UserId!.StartsWith(ImportedIds), cancellation);
        var different = await context.Customers
            .Where(row => row.UserId!.StartsWith(ImportedIds))
            .Select(row => row.UserId).Distinct()
            .CountAsync(cancellation);
        return (events, customers, different);
    }

    /// <summary>Runs that have not ended.</summary>
    public async Task<int> LiveRunsAsync(CancellationToken cancellation)
    {
        await using var context = await OpenAsync(cancellation);
        return await context.Enrollments.CountAsync(
            run => run.SequenceId == _sequence && run.State <= EnrollmentState.Sending, cancellation);
    }

    /// <summary>Messages that are still to go.</summary>
    public async Task<int> OpenMessagesAsync(CancellationToken cancellation)
    {
        await using var context = await OpenAsync(cancellation);
        return await context.Messages.CountAsync(
            message => message.SequenceId == _sequence && message.State <= MessageState.Sending, cancellation);
    }

    /// <summary>How often each messageId stands in the inbox.</summary>
    public async Task<IReadOnlyDictionary<string, int>> InboxAsync(CancellationToken cancellation)
    {
        await using var context = await OpenAsync(cancellation);
        var ids = await context.EventKeys.Select(key => key.MessageId).ToListAsync(cancellation);
        return ids.CountBy(id => id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>How many events of a name the inbox has.</summary>
    public async Task<int> EventsAsync(string name, CancellationToken cancellation)
    {
        await using var context = await OpenAsync(cancellation);
        return await context.Events.CountAsync(happened => happened.Name == name, cancellation);
    }

    /// <summary>Every run of the sequence with all that came of it.</summary>
    public async Task<IReadOnlyList<Run>> RunsAsync(CancellationToken cancellation)
    {
        await using var context = await OpenAsync(cancellation);
        var runs = await context.Enrollments.AsNoTracking().Where(run => run.SequenceId == _sequence).ToListAsync(cancellation);
        var ids = await context.Customers.AsNoTracking()
            .Where(customer => customer.UserId != null)
            .ToDictionaryAsync(customer => customer.Id, customer => customer.UserId!, cancellation);
        var steps = (await context.StepRuns.AsNoTracking().ToListAsync(cancellation)).ToLookup(step => step.EnrollmentId);
        var messages = (await context.Messages.AsNoTracking()
            .Where(message => message.SequenceId == _sequence)
            .ToListAsync(cancellation)).ToLookup(message => message.EnrollmentId);
        var notes = (await context.Notes.AsNoTracking().ToListAsync(cancellation)).ToLookup(note => note.EnrollmentId);
        var todos = (await context.ToDos.AsNoTracking().ToListAsync(cancellation)).ToLookup(todo => todo.EnrollmentId);
        var tagged = (await context.CustomerTags.AsNoTracking()
            .Where(tag => tag.Tag == "ordering")
            .Select(tag => tag.CustomerId)
            .ToListAsync(cancellation)).ToHashSet();
        return
        [
            .. runs.Select(
                run => new Run(ids[run.CustomerId], run.State, [.. steps[run.Id].OrderBy(step => step.Id).Select(step => step.Node)],
                    [.. messages[run.Id]], notes[run.Id].Count(), todos[run.Id].Count(), tagged.Contains(run.CustomerId))),
        ];
    }

    /// <summary>Steps of the sequence that were done, as its counts have it, and as its history has it.</summary>
    public async Task<(int Counted, int Written)> StepsAsync(CancellationToken cancellation)
    {
        await using var context = await OpenAsync(cancellation);
        var runs = context.Enrollments.Where(run => run.SequenceId == _sequence).Select(run => run.Id);
        return (await context.StepTallies.Where(tally => tally.SequenceId == _sequence).SumAsync(tally => tally.Count, cancellation),
            await context.StepRuns.CountAsync(
                step => runs.Contains(step.EnrollmentId) && step.Result != StepResult.Cancelled, cancellation));
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    private async Task<FlowBuilderContext> OpenAsync(CancellationToken cancellation)
    {
        var context = await _services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>().CreateDbContextAsync(cancellation);
        context.CurrentCompany = new Core.Model.Ids.CompanyId(1);
        return context;
    }

    /// <summary>One run and all that came of it.</summary>
    internal sealed record Run(
        string Customer, EnrollmentState State, IReadOnlyList<string> Steps, IReadOnlyList<MessageRow> Messages, int Notes, int ToDos,
        bool Tagged);
}
