using System.Globalization;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Companies;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Runtime.Time;

/// <summary>Keeps the offset in the table <c>settings</c>.</summary>
internal sealed class QaClockStore(IDbContextFactory<FlowBuilderContext> contexts) : IQaClockStore
{
    private const string Name = "qa.clock.offset";

    public TimeSpan ReadOffset()
    {
        using var context = contexts.CreateDbContext();
        return context.Settings.AsNoTracking().FirstOrDefault(setting => setting.Name == Name) is { } row
            ? TimeSpan.FromTicks(long.Parse(row.Value, CultureInfo.InvariantCulture))
            : TimeSpan.Zero;
    }

    public async Task WriteOffsetAsync(TimeSpan offset, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var row = await context.Settings.FirstOrDefaultAsync(setting => setting.Name == Name, cancellation);
        if (row is null) context.Settings.Add(row = new SettingRow { Name = Name });
        row.Value = offset.Ticks.ToString(CultureInfo.InvariantCulture);
        await context.SaveChangesAsync(cancellation);
    }
}
