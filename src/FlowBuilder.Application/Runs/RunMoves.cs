using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Subscriptions;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Runs;

/// <summary>Moves runs for a caller who may, from screens and API alike; each is a line of the
/// audit log. A company whose plan has no sequences moves nobody: its customers are held.</summary>
public sealed class RunMoves(IDbContextFactory<FlowBuilderContext> contexts, Steering steering, ICompanyCache companies)
{
    /// <summary>Moves at once.</summary>
    public const int Most = 200;

    /// <summary>A run of another company is one that is not there.</summary>
    public async Task<TurnAnswer> DoAsync(Caller caller, long run, RunMove move, CancellationToken cancellation)
    {
        if (companies.PlanRefusal(caller.Company) is { } held) return held;
        await using var context = contexts.CreateFor(caller.Company);
        var customer = await context.Enrollments.AsNoTracking()
            .Where(row => row.Id == run)
            .Select(row => (long?)row.CustomerId)
            .FirstOrDefaultAsync(cancellation);
        return customer is { } whose
            ? await steering.AskAsync(caller, new CustomerId(whose), move.Of(run, caller.Name), cancellation)
            : new TurnAnswer.Refused(Refusal.NotFound, "That run does not exist.");
    }
}
