using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Reviews;
using FlowBuilder.Core.Turns;
using FlowBuilder.Runtime.AuditLog;
using FlowBuilder.Runtime.Companies;
using FlowBuilder.Runtime.Pump;
using FlowBuilder.Runtime.Sequences;
using FlowBuilder.Runtime.Storage.Model;
using FlowBuilder.Web.Access;
using FlowBuilder.Web.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Reviews;

/// <summary>The reviews that wait, over all sequences of a company, the oldest first; and the decisions.</summary>
internal sealed class ReviewQueue(IEngine engine, ICompanyShelf companies, AuditTrail audit)
{
    public static Task<int> CountAsync(FlowBuilderContext context, CancellationToken cancellation) => context.Reviews.CountAsync(row => row.State == ReviewState.Waiting, cancellation);

    public static async Task<IReadOnlyList<ReviewItem>> ReadAsync(FlowBuilderContext context, int skip, int take, CancellationToken cancellation) =>
        await ItemsAsync(context, context.Reviews.AsNoTracking().Where(row => row.State == ReviewState.Waiting).OrderBy(row => row.Id).Skip(skip).Take(take), cancellation);

    /// <summary>A review as it is now; null when it no longer waits.</summary>
    public static async Task<ReviewItem?> FindAsync(FlowBuilderContext context, long id, CancellationToken cancellation) =>
        await ItemsAsync(context, context.Reviews.AsNoTracking().Where(row => row.Id == id && row.State == ReviewState.Waiting), cancellation) is [var item] ? item : null;

    public Task<TurnAnswer> ApproveAsync(Caller caller, ReviewItem item, CancellationToken cancellation) =>
        DecideAsync(caller, item, new TurnInput.Approve(new ReviewId(item.Id), item.Etag, caller.Name), "review.approve", $"approved a review of “{item.SequenceTitle}”", cancellation);

    public Task<TurnAnswer> RejectAsync(Caller caller, ReviewItem item, string reason, bool tidyUp, CancellationToken cancellation) =>
        DecideAsync(caller, item, new TurnInput.Reject(new ReviewId(item.Id), reason, tidyUp, caller.Name), "review.reject", $"rejected a review of “{item.SequenceTitle}”{(tidyUp ? ", tidying up" : "")}", cancellation);

    private async Task<TurnAnswer> DecideAsync(Caller caller, ReviewItem item, TurnInput input, string action, string words, CancellationToken cancellation)
    {
        if (companies.Find(caller.Company) is { HoldsSequences: true }) return new TurnAnswer.Refused(Refusal.WrongState, SequenceWords.Refusal(new SequenceAnswer.NotInPlan()));
        var customer = new CustomerId(item.Customer);
        var answer = await engine.AskAsync(caller.Company, customer, input, cancellation);
        if (answer is not (TurnAnswer.Refused or TurnAnswer.Stale)) await audit.AppendAsync(caller.Company, caller.Actor, action, customer.ToString(), words);
        return answer;
    }

    private static async Task<IReadOnlyList<ReviewItem>> ItemsAsync(FlowBuilderContext context, IQueryable<ReviewRow> wanted, CancellationToken cancellation)
    {
        var rows = await wanted.ToListAsync(cancellation);
        var runs = rows.ConvertAll(row => row.EnrollmentId);
        var customers = rows.ConvertAll(row => row.CustomerId);
        var sequences = await (from run in context.Enrollments.AsNoTracking()
                               join sequence in context.Sequences.AsNoTracking() on run.SequenceId equals sequence.Id
                               where runs.Contains(run.Id)
                               select new { run.Id, Sequence = sequence.Id, sequence.Title }).ToDictionaryAsync(run => run.Id, cancellation);
        var names = await context.Customers.AsNoTracking().Where(row => customers.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
        return [.. rows.Where(row => sequences.ContainsKey(row.EnrollmentId)).Select(row => new ReviewItem(
            row.Id, row.CustomerId, row.Etag, row.Kind, names.GetValueOrDefault(row.CustomerId, ""), sequences[row.EnrollmentId].Sequence, sequences[row.EnrollmentId].Title, row.Reason,
            StoredJson.ReadTexts(row.Caveats), string.IsNullOrEmpty(row.Messages) ? [] : StoredJson.ReadPreviews(row.Messages), row.OpenedAt, row.ExpiresAt))];
    }
}
