using FlowBuilder.Application.Access;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Live;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Messages;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Notifications;

/// <summary>The notifications of the person who asks; nobody else's can be reached.</summary>
public sealed class YourNotifications(IDbContextFactory<FlowBuilderContext> contexts, ILiveFeed feed, ProductClock clock)
{
    private const int Shown = 100;

    public async Task<int> UnreadAsync(Caller caller, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(caller.Company);
        return await Mine(context, caller).CountAsync(row => row.ReadAt == null, cancellation);
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<NotificationLine>> ReadAsync(Caller caller, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(caller.Company);
        var rows = await Mine(context, caller).AsNoTracking().OrderByDescending(row => row.Id).Take(Shown).ToListAsync(cancellation);
        return [.. rows.Select(
            row =>
                new NotificationLine(row.Id, row.Kind, row.Text, row.At, row.ReadAt is not null, row.Count, row.SequenceId, row.ReviewId))];
    }

    /// <param name="caller">Whose.</param>
    /// <param name="id">One of them; null: all.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task MarkReadAsync(Caller caller, long? id, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(caller.Company);
        var rows = Mine(context, caller).Where(row => row.ReadAt == null && (id == null || row.Id == id));
        await rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadAt, clock.Now), cancellation);
        feed.Touch(LiveTopic.Attention(caller.Company));
    }

    private static IQueryable<NotificationRow> Mine(FlowBuilderContext context, Caller caller)
    {
        var me = caller.Person?.Id ?? "";
        return context.Notifications.Where(row => row.UserId == me);
    }
}
