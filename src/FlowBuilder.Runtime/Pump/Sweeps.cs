using System.Collections.Concurrent;
using System.Text.Json;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Runtime.Pump;

/// <summary>
/// Lets every customer concerned take a turn, page by page, in the background: after a publish, pause, resume or change of
/// subscription. What is left to do is kept in the table <c>sweeps</c>, so that a restart goes on where it was; a turn taken twice
/// changes nothing.
/// </summary>
internal sealed partial class Sweeps(IDbContextFactory<FlowBuilderContext> contexts, ILogger<Sweeps> log)
{
    /// <summary>Customers asked at once: no more of a sweep ever stands before what other companies send.</summary>
    internal const int PageSize = 256;

    private readonly ConcurrentDictionary<Task, byte> _running = [];

    /// <summary>Puts a question to a customer and waits for the answer.</summary>
    public delegate Task<TurnAnswer> Ask(CompanyId company, CustomerId customer, TurnInput input, CancellationToken cancellation);

    /// <summary>Notes a sweep durably and begins it.</summary>
    /// <exception cref="ArgumentException">Not an input that is meant for everyone.</exception>
    public async Task BeginAsync(CompanyId company, TurnInput input, Ask ask, CancellationToken cancellation)
    {
        var row = new SweepRow { CompanyId = company.Value, Id = Guid.CreateVersion7(), Input = Order.Write(input) };
        await using (var context = await contexts.CreateDbContextAsync(cancellation))
        {
            context.CurrentCompany = company;
            context.Sweeps.Add(row);
            await context.SaveChangesAsync(cancellation);
        }

        Run(row, ask);
    }

    /// <summary>Goes on with what a stop or crash broke off.</summary>
    public async Task ResumeAsync(Ask ask, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        foreach (var row in await context.Sweeps.IgnoreQueryFilters().AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellation))
            Run(row, ask);
    }

    /// <summary>Done when no sweep is under way.</summary>
    public Task DrainAsync(CancellationToken cancellation) => Task.WhenAll(_running.Keys).WaitAsync(cancellation);

    private void Run(SweepRow row, Ask ask)
    {
        var running = Task.Run(() => SweepAsync(row, ask));
        _running[running] = 0;
        _ = running.ContinueWith(done => _running.TryRemove(done, out _), TaskScheduler.Default);
    }

    private async Task SweepAsync(SweepRow row, Ask ask)
    {
        try
        {
            var input = Order.Read(row.Input);
            while (await NextPageAsync(row, input) is { Length: > 0 } page)
            {
                await Task.WhenAll(page.Select(
                    customer => ask(new CompanyId(row.CompanyId), new CustomerId(customer), input, CancellationToken.None)));
                row.AfterCustomer = page[^1];
                await using var context = await contexts.CreateDbContextAsync();
                await context.Sweeps.IgnoreQueryFilters().Where(one => one.CompanyId == row.CompanyId && one.Id == row.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.AfterCustomer, row.AfterCustomer));
            }

            await using var done = await contexts.CreateDbContextAsync();
            await done.Sweeps.IgnoreQueryFilters().Where(one => one.CompanyId == row.CompanyId && one.Id == row.Id).ExecuteDeleteAsync();
        }
        catch (OperationCanceledException)
        {
            // The program stops: the row stays, and the next start goes on behind AfterCustomer.
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            Broke(log, broken, row.Input);
        }
    }

    private async Task<long[]> NextPageAsync(SweepRow row, TurnInput input)
    {
        await using var context = await contexts.CreateDbContextAsync();
        if (input is TurnInput.Reschedule)
            return await context.Customers.IgnoreQueryFilters()
                .Where(customer => customer.CompanyId == row.CompanyId && customer.Id > row.AfterCustomer && customer.MergedInto == null)
                .OrderBy(customer => customer.Id).Select(customer => customer.Id).Take(PageSize).ToArrayAsync();
        var runs = context.Enrollments.IgnoreQueryFilters()
            .Where(run => run.CompanyId == row.CompanyId && run.CustomerId > row.AfterCustomer && run.State <= EnrollmentState.Sending);
        if (input is TurnInput.HoldsChanged { Sequence: { } sequence }) runs = runs.Where(run => run.SequenceId == sequence.Value);
        return await runs.Select(run => run.CustomerId).Distinct().OrderBy(customer => customer).Take(PageSize).ToArrayAsync();
    }

    [LoggerMessage(LogLevel.Error, "The sweep {Input} broke off; it goes on at the next start")]
    private static partial void Broke(ILogger log, Exception broken, string input);

    /// <summary>How an input is kept in the table.</summary>
    private sealed record Order(long? Reschedule, Guid? Sequence, LatePolicy? PastDue)
    {
        public static string Write(TurnInput input) => JsonSerializer.Serialize(input switch
        {
            TurnInput.Reschedule reschedule => new Order(reschedule.Version.Value, null, null),
            TurnInput.HoldsChanged holds => new Order(null, holds.Sequence?.Value, holds.PastDue),
            _ => throw new ArgumentException($"{input.GetType().Name} is not meant for everyone.", nameof(input)),
        });

        public static TurnInput Read(string text)
        {
            var order = JsonSerializer.Deserialize<Order>(text)!;
            return order.Reschedule is { } version
                ? new TurnInput.Reschedule(new VersionId(version))
                : new TurnInput.HoldsChanged(order.Sequence is { } sequence ? new SequenceId(sequence) : null, order.PastDue);
        }
    }
}
