using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Model.Sequences;

/// <summary>When a customer may enter a sequence again, counted per customer and record from the
/// time of entry. Never two live runs.</summary>
public abstract record ReEntry
{
    private ReEntry()
    {
    }

    /// <summary>Once ever.</summary>
    public sealed record Never : ReEntry;

    /// <summary>Again after the run ended, at most once in <paramref name="AtMostEvery"/> (null: no such limit).</summary>
    public sealed record AfterEnd(Duration? AtMostEvery) : ReEntry;

    /// <summary>Again so many days after the last entry, if that run has ended.</summary>
    public sealed record AfterDays(int Days) : ReEntry;

    /// <summary>Every time, unless a run is live.</summary>
    public sealed record Always : ReEntry;

    /// <summary>Every time; a live run ends, and the new one begins with the newest event.</summary>
    public sealed record Restart : ReEntry;
}
