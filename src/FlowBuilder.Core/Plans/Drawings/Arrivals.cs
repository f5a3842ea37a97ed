using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Plans.Drawings;

/// <summary>How many of the ways to a node something holds for.</summary>
internal enum Share
{
    None,
    Some,
    All,
}

/// <summary>How soon a customer can get from the triggers to a wait, and what is certain of the record's dates by then.</summary>
internal sealed class Arrivals
{
    // Beyond this many different kinds of trigger the question is left to the run.
    private const int MostGroups = 40;

    private readonly List<(IReadOnlyList<KnownDate> Dates, DateTimeOffset? OnlyAt, TimeSpan?[] Soonest)> _groups = [];
    private readonly bool _gaveUp;

    private Arrivals(Drawing drawing, int[] waits)
    {
        if (waits.Length == 0) return;
        var groups = drawing.Of(NodeKind.Trigger, NodeKind.Or)
            .Where(
                i =>
                    drawing.Nodes[i].Kind == NodeKind.Trigger ? drawing.Nodes[i].Step is TriggerStep : Drawing.IsOwnWayIn(drawing.Nodes[i]))
            .GroupBy(
                i => drawing.Nodes[i].Step is TriggerStep trigger ? (string.Join(';', trigger.KnownDates), trigger.OnlyAt) : ("", null))
            .ToArray();
        _gaveUp = groups.Length > MostGroups;
        if (_gaveUp) return;
        foreach (var group in groups)
        {
            var trigger = drawing.Nodes[group.First()].Step as TriggerStep;
            _groups.Add((trigger?.KnownDates ?? [], trigger?.OnlyAt, Soonest(drawing, group)));
        }
    }

    public static Arrivals Of(Drawing drawing, int[] waits) => new(drawing, waits);

    /// <summary>For how many of the ways in a moment counted from a record's date has certainly
    /// come before a customer gets to a node.</summary>
    public Share Passed(int node, string property, Duration shift) =>
        ShareOf(
            node, group => group.Dates.Any(date => date.Property == property && AtMost(date.Ahead) + AtMost(shift) <= group.Soonest[node]));

    /// <summary>Whether every way in reaches a node only at or after a moment.</summary>
    public bool AllAtOrAfter(int node, DateTimeOffset moment) =>
        ShareOf(node, group => group.OnlyAt is { } at && moment - at <= group.Soonest[node]) == Share.All;

    private Share ShareOf(int node, Func<(IReadOnlyList<KnownDate> Dates, DateTimeOffset? OnlyAt, TimeSpan?[] Soonest), bool> holds)
    {
        if (_gaveUp) return Share.None;
        var coming = _groups.Where(group => group.Soonest[node] is not null).ToArray();
        var held = coming.Count(holds);
        return held == 0 ? Share.None : held == coming.Length ? Share.All : Share.Some;
    }

    private static TimeSpan?[] Soonest(Drawing drawing, IEnumerable<int> starts)
    {
        var soonest = new TimeSpan?[drawing.Nodes.Length];
        var open = new PriorityQueue<int, TimeSpan>();
        foreach (var start in starts)
        {
            soonest[start] = TimeSpan.Zero;
            open.Enqueue(start, TimeSpan.Zero);
        }

        while (open.TryDequeue(out var node, out var at))
        {
            if (at > soonest[node]) continue;
            var leaves = at
                + (drawing.Nodes[node].Step is WaitStep { AtLeast: { IsNegative: false } least } ? AtLeast(least) : TimeSpan.Zero);
            foreach (var link in drawing.Out(node))
            {
                if (soonest[link.To] <= leaves) continue;
                soonest[link.To] = leaves;
                open.Enqueue(link.To, leaves);
            }
        }

        return soonest;
    }

    // Months are 28 to 31 days: counted so that only the certain is refused. Days may be 25 hours long.
    private static TimeSpan AtLeast(Duration duration) => TimeSpan.FromDays((duration.Months * 28L) + duration.Days) + duration.Clock;

    private static TimeSpan AtMost(Duration duration) => duration.IsNegative
        ? -AtLeast(duration.Negate())
        : TimeSpan.FromDays((duration.Months * 31L) + duration.Days) + duration.Clock;
}
