using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Notifications;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Runtime.Time;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Messages;
using FlowBuilder.Web.Access;
using FlowBuilder.Web.Reviews;
using FlowBuilder.Web.Runs;
using FlowBuilder.Web.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Notifications;

/// <summary>The notifications of the person who asks; nobody else's can be reached.</summary>
internal sealed class YourNotifications(IDbContextFactory<FlowBuilderContext> contexts, LiveFeed feed, ProductClock clock)
{
    public const string PageAddress = "/notifications";

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
        return [.. rows.Select(row => new NotificationLine(row.Id, row.Kind, row.Text, row.At, row.ReadAt is not null, AddressOf(row)))];
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

    private static string AddressOf(NotificationRow row) => row switch
    {
        { Kind: NotificationKind.ReviewWaiting, Count: > 1 } => new ReviewQuery(Sequence: row.SequenceId).Address(),
        { ReviewId: { } review } => new ReviewQuery(Open: review).Address(),
        { Kind: NotificationKind.EnrollmentFailed } => new ActivityQuery(Sequence: row.SequenceId, State: EnrollmentState.Failed).Address(),
        { Kind: NotificationKind.SequencePaused, SequenceId: { } sequence } => $"{SequenceQuery.PageAddress}/{sequence}",
        _ => new ActivityQuery(Sequence: row.SequenceId).Address(),
    };
}
