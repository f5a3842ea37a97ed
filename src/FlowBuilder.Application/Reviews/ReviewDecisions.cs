using System.Collections.Immutable;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Subscriptions;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Reviews;

namespace FlowBuilder.Application.Reviews;

/// <summary>What people at the desk do with a review. A company whose plan has no sequences decides
/// nothing: its customers are held.</summary>
public sealed class ReviewDecisions(Steering steering, IEngine engine, ICompanyCache companies)
{
    /// <summary>Together, so that they share commits; not so many that others wait.</summary>
    private const int Together = 25;

    public Task<TurnAnswer> ApproveAsync(Caller caller, ReviewItem item, CancellationToken cancellation) =>
        AskAsync(caller, item, new TurnInput.Approve(new ReviewId(item.Id), item.Etag, caller.Name), cancellation);

    public Task<TurnAnswer> RejectAsync(Caller caller, ReviewItem item, Rejection rejection, CancellationToken cancellation) =>
        AskAsync(caller, item, new TurnInput.Reject(new ReviewId(item.Id), rejection.Reason, rejection.TidyUp, caller.Name), cancellation);

    /// <param name="caller">Who.</param>
    /// <param name="item">As it was shown.</param>
    /// <param name="messages">All edits there shall be; none takes them back.</param>
    /// <param name="cancellation">Ends the waiting, not the turn.</param>
    public Task<TurnAnswer> EditAsync(
        Caller caller, ReviewItem item, ImmutableArray<EditedMessage> messages, CancellationToken cancellation) =>
        AskAsync(caller, item, new TurnInput.EditReview(new ReviewId(item.Id), item.Etag, messages, caller.Name), cancellation);

    public Task<TurnAnswer> AskColleagueAsync(
        Caller caller, ReviewItem item, string colleague, string note, CancellationToken cancellation) =>
        AskAsync(caller, item, new TurnInput.AskColleague(new ReviewId(item.Id), colleague, note, caller.Name), cancellation);

    /// <param name="caller">Who.</param>
    /// <param name="item">Which.</param>
    /// <param name="until">Null takes it back at once.</param>
    /// <param name="cancellation">Ends the waiting, not the turn.</param>
    public Task<TurnAnswer> SnoozeAsync(Caller caller, ReviewItem item, DateTimeOffset? until, CancellationToken cancellation) =>
        AskAsync(caller, item, new TurnInput.SnoozeReview(new ReviewId(item.Id), until, caller.Name, caller.Person?.Id), cancellation);

    /// <summary>
    /// Somebody who may decide opens it: what it would do is worked out anew. Decides nothing, so nothing of it stands in the audit log;
    /// but what has come to be different makes every approval of what was shown before stale, so the look of anybody else changes nothing.
    /// </summary>
    /// <returns>Null where it was only looked at.</returns>
    public async Task<TurnAnswer?> LookAsync(Caller caller, ReviewItem item, CancellationToken cancellation) =>
        !caller.May(Right.DecideReviews) || item.State != ReviewState.Waiting || companies.PlanRefusal(caller.Company) is not null ? null
            : await engine.AskAsync(
                caller.Company, new CustomerId(item.Customer), new TurnInput.RecheckReview(new ReviewId(item.Id)), cancellation);

    /// <summary>Approves (or rejects) several, each as it was shown.</summary>
    /// <returns>What came of each, in their order.</returns>
    public async Task<IReadOnlyList<(ReviewItem Item, TurnAnswer Answer)>> DecideAllAsync(
        Caller caller, IReadOnlyList<ReviewItem> items, Rejection? rejection, CancellationToken cancellation)
    {
        var answers = new List<(ReviewItem, TurnAnswer)>(items.Count);
        foreach (var some in items.Chunk(Together))
        {
            var asked = await Task.WhenAll(some.Select(
                item => rejection is null ? ApproveAsync(caller, item, cancellation) : RejectAsync(caller, item, rejection, cancellation)));
            answers.AddRange(some.Zip(asked));
        }

        return answers;
    }

    private async Task<TurnAnswer> AskAsync(Caller caller, ReviewItem item, TurnInput input, CancellationToken cancellation) =>
        companies.PlanRefusal(caller.Company) ?? await steering.AskAsync(caller, new CustomerId(item.Customer), input, cancellation);
}
