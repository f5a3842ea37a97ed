using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Subscriptions;

/// <summary>
/// Puts a company on another plan. The caller has asked for <see cref="Right.ChangeSubscription"/>. Down to Starter holds everybody inside
/// a sequence where they are; up again lets them go on, with a choice about what fell due in between.
/// </summary>
public sealed class ChangeSubscription(IDbContextFactory<FlowBuilderContext> contexts, IEngine engine, AuditTrail audit)
{
    /// <summary>How many customers are inside sequences now: those who would be held, or are.</summary>
    public async Task<int> InsideAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.Enrollments.CountAsync(run => run.State <= EnrollmentState.Sending, cancellation);
    }

    /// <summary>Changes the plan.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="to">The new plan.</param>
    /// <param name="pastDue">What happens to what fell due while sequences were held; only counts on the way up.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="cancellation">Gives up before anything is written.</param>
    /// <returns>False when the company is on it already.</returns>
    public async Task<bool> ChangeAsync(CompanyId company, Subscription to, LatePolicy? pastDue, Actor by, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var row = await context.Companies.SingleAsync(cancellation);
        var from = row.Subscription;
        if (from == to) return false;
        row.Subscription = to;
        audit.Add(
            context, by, "company.change-plan", null,
            $"changed the plan to {to}{(pastDue is { } policy ? $"; what is past due: {policy.ToString().ToLowerInvariant()}" : "")}",
            from.ToString(), to.ToString());
        await context.SaveChangesAsync(cancellation);
        await engine.RefreshAsync(company, CancellationToken.None);
        if (SubscriptionOffers.HasSequences(from) != SubscriptionOffers.HasSequences(to))
            await engine.AskEveryoneAsync(company, new TurnInput.HoldsChanged(null, pastDue), CancellationToken.None);
        return true;
    }
}
