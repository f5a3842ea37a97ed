using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Time;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Sequences.Finding;

/// <summary>How many customers entered sequences on each of the last days, by the company's clock.
/// Counted within an index, in one statement.</summary>
public static class EntryTrend
{
    /// <summary>Days shown, today included.</summary>
    public const int Days = 14;

    /// <summary>Reads the trend of some sequences, oldest day first; a sequence nobody entered in
    /// these days is not in the answer.</summary>
    public static async Task<IReadOnlyDictionary<SequenceId, IReadOnlyList<int>>> ReadAsync(
        FlowBuilderContext context, IReadOnlyCollection<SequenceId> sequences, DateTimeOffset now, TimeZoneInfo zone,
        CancellationToken cancellation)
    {
        var ids = sequences.Select(id => id.Value).ToArray();
        var midnights = Midnights(now, zone);
        var days = Enumerable.Range(0, Days).Select(day =>
        {
            var (from, to) = (midnights[day], midnights[day + 1]);
            return context.SequenceVersions.AsNoTracking().Where(version => ids.Contains(version.SequenceId)).Select(version => new
            {
                version.SequenceId,
                Day = day,
                Entered = context.Enrollments.Count(run => run.VersionId == version.Id && run.EnteredAt >= from && run.EnteredAt < to),
            });
        });
        var counts = await days.Aggregate((one, next) => one.Concat(next)).Where(count => count.Entered > 0).ToListAsync(cancellation);
        return counts.GroupBy(count => count.SequenceId).ToDictionary(
            sequence => new SequenceId(sequence.Key),
            IReadOnlyList<int> (sequence) =>
                [.. Enumerable.Range(0, Days).Select(day => sequence.Where(count => count.Day == day).Sum(count => count.Entered))]);
    }

    /// <summary>The beginning of each day shown, and of tomorrow.</summary>
    private static DateTimeOffset[] Midnights(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = LocalClock.Local(now, zone).Date;
        return [.. Enumerable.Range(1 - Days, Days + 1).Select(day => LocalClock.Resolve(today.AddDays(day), zone))];
    }
}
