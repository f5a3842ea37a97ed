using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Sequences;
using FlowBuilder.Runtime.Companies;
using FlowBuilder.Runtime.Storage.Model;
using FlowBuilder.Runtime.Time;
using FlowBuilder.Web.Api.Sequences;
using FlowBuilder.Web.Companies;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Designer.Now;

/// <summary>Reads the numbers of a drawing. Today begins at midnight where the company is; steps are counted by whole hours, so in zones a half hour apart from those the half hour before counts too.</summary>
internal sealed class NumberReading(IPlanShelf plans, ICompanyShelf companies, ProductClock clock)
{
    /// <param name="context">As the company sees it.</param>
    /// <param name="company">Whose.</param>
    /// <param name="sequence">Of which sequence, over all its versions.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<NodeNumbers> ReadAsync(FlowBuilderContext context, CompanyId company, SequenceId sequence, CancellationToken cancellation)
    {
        var midnight = CompanyDays.Midnight(clock.Now, companies.Find(company)?.Zone ?? TimeZoneInfo.Utc);
        var hour = midnight - TimeSpan.FromTicks(midnight.UtcTicks % TimeSpan.TicksPerHour);
        return new NodeNumbers(
            await NodeCounts.ReadAsync(context, plans, company, sequence, cancellation),
            await context.StepTallies.AsNoTracking().Where(tally => tally.SequenceId == sequence.Value && tally.Hour >= hour).ToListAsync(cancellation));
    }
}
