using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Enrollments;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences.Numbers;

/// <summary>Reads the numbers of a drawing. Today begins at midnight where the company is; steps are counted by
/// whole hours, so in zones a half hour apart from those the half hour before counts too.</summary>
public sealed class NodeNumberReader(
    IDbContextFactory<FlowBuilderContext> contexts, IPlanCache plans, ICompanyCache companies, ProductClock clock)
{
    /// <summary>All numbers of a sequence.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="sequence">Of which sequence, over all its versions.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<SequenceNumbers> ReadAsync(CompanyId company, SequenceId sequence, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return new(
            await NodeCounts.ReadAsync(context, plans, company, sequence, cancellation),
            new StepsToday(await Tallies(context, company, sequence).ToListAsync(cancellation)));
    }

    /// <summary>What was done today on one step alone.</summary>
    public async Task<StepsToday> TodayAsync(CompanyId company, SequenceId sequence, string node, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return new(await Tallies(context, company, sequence).Where(tally => tally.Node == node).ToListAsync(cancellation));
    }

    private IQueryable<StepTallyRow> Tallies(FlowBuilderContext context, CompanyId company, SequenceId sequence)
    {
        var midnight = CompanyDays.Midnight(clock.Now, companies.Find(company)?.Zone ?? TimeZoneInfo.Utc);
        var hour = midnight - TimeSpan.FromTicks(midnight.UtcTicks % TimeSpan.TicksPerHour);
        return context.StepTallies.AsNoTracking().Where(tally => tally.SequenceId == sequence.Value && tally.Hour >= hour);
    }
}
