using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Lists;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Messages;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Messages;

/// <summary>The out-tray: read, and seen to where nobody knows what became of a message.</summary>
public sealed class MessageQueries(IDbContextFactory<FlowBuilderContext> contexts, Steering steering)
{
    /// <summary>Messages that fit, the newest first.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="range">Which part.</param>
    /// <param name="state">Only at this.</param>
    /// <param name="customer">Only to the customer with this userId.</param>
    /// <param name="enrollment">Only of this run.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<MessageView>> ListAsync(
        CompanyId company, IdRange range, MessageState? state, string? customer, long? enrollment, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var rows = context.Messages.AsNoTracking().Where(row => row.Id < range.Before);
        if (state is not null) rows = rows.Where(row => row.State == state);
        if (customer is not null)
        {
            var number = await CustomerLookup.NumberAsync(context, customer, cancellation);
            rows = rows.Where(row => row.CustomerId == number);
        }

        if (enrollment is { } run) rows = rows.Where(row => row.EnrollmentId == run);
        return await ViewsAsync(
            context, company, await rows.OrderByDescending(row => row.Id).Take(range.Take).ToListAsync(cancellation), cancellation);
    }

    /// <summary>One of them; null when the company has none of that number.</summary>
    public async Task<MessageView?> FindAsync(CompanyId company, long id, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.Messages.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is { } row
            ? (await ViewsAsync(context, company, [row], cancellation))[0]
            : null;
    }

    /// <summary>Says what became of a message, or what shall become of it.</summary>
    /// <returns>Null when the company has none of that number.</returns>
    public async Task<TurnAnswer?> ResolveAsync(Caller caller, long id, MessageResolution resolution, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        await using var context = contexts.CreateFor(caller.Company);
        var customer = await context.Messages.AsNoTracking()
            .Where(row => row.Id == id)
            .Select(row => (long?)row.CustomerId)
            .FirstOrDefaultAsync(cancellation);
        return customer is { } whose
            ? await steering.AskAsync(
                caller, new CustomerId(whose), new TurnInput.ResolveMessage(new MessageId(id), resolution, caller.Name), cancellation)
            : null;
    }

    private static async Task<IReadOnlyList<MessageView>> ViewsAsync(
        FlowBuilderContext context, CompanyId company, IReadOnlyList<MessageRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Id).ToArray();
        var bodies = await context.MessageBodies.AsNoTracking()
            .Where(body => ids.Contains(body.MessageId))
            .ToDictionaryAsync(body => body.MessageId, cancellation);
        var customers = await CustomerLookup.UserIdsAsync(context, rows.Select(row => row.CustomerId), cancellation);
        return [.. rows.Select(row => new MessageView(
            RowId.Write(row.Id), row.Channel, customers.GetValueOrDefault(row.CustomerId),
            row.EnrollmentId is { } run ? RowId.Write(run) : null, row.SequenceId?.ToString("D"), row.Node,
            row.Purpose, row.Template, row.To, row.Subject, bodies.GetValueOrDefault(row.Id)?.Text ?? "",
            bodies.GetValueOrDefault(row.Id)?.Html, row.State, row.Because, EffectKey(company, row), row.Attempts,
            row.CreatedAt, row.DueAt, row.SentAt, row.OpenedAt, row.ClickedAt, row.BouncedAt))];
    }

    private static string EffectKey(CompanyId company, MessageRow row) => new Message
    {
        Id = new MessageId(row.Id), Customer = new CustomerId(row.CustomerId),
        Enrollment = row.EnrollmentId is { } run ? new EnrollmentId(run) : null,
        Node = row.Node, Pass = row.Pass, Part = row.Part, Channel = row.Channel, State = row.State, CreatedAt = row.CreatedAt,
    }.EffectKey(company);
}
