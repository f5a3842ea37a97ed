using System.Collections.Immutable;
using FlowBuilder.Core.Model.Sequences;

namespace FlowBuilder.Core.Plans;

/// <summary>The compiled, immutable form of a version: arrays that point at each other by index.</summary>
public sealed record Plan
{
    /// <summary>SHA-256 over everything that decides behaviour, lower-case hex; title, description,
    /// positions, notes and labels do not count.</summary>
    public required string Hash { get; init; }

    /// <summary>The ways in, in document order of their first trigger or OR.</summary>
    public required ImmutableArray<PlanEntry> Entries { get; init; }

    /// <summary>All actions, waits and flow steps, stop chains included.</summary>
    public required ImmutableArray<PlanStep> Steps { get; init; }

    /// <summary>The Stop Whens, in document order.</summary>
    public required ImmutableArray<PlanStop> Stops { get; init; }

    public required SequenceSettings Settings { get; init; }

    /// <summary>The rules of all ways in, each behind what flows into it.</summary>
    public IEnumerable<EntryRule> EntryRules => Entries.SelectMany(entry => entry.Rule.DescendantsAndSelf());

    /// <summary>Whether one step can be come by after another. In a cycle that is true of a step and itself.</summary>
    public bool LiesAhead(int from, int to)
    {
        var seen = new HashSet<int>();
        var next = new Queue<int>([from]);
        while (next.TryDequeue(out var at))
            foreach (var exit in Steps[at].Exits)
            {
                if (exit.To == PlanStep.End || !seen.Add(exit.To)) continue;
                if (exit.To == to) return true;
                next.Enqueue(exit.To);
            }

        return false;
    }
}
