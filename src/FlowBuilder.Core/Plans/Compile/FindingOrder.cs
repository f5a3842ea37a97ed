using System.Collections.Immutable;

namespace FlowBuilder.Core.Plans.Compile;

/// <summary>
/// Puts findings in order: the severe first, then by where their node stands, then as they were found. All of them are sorted, although
/// only the first are wanted: to take the first of an ordered sequence costs n² where lists in
/// order stand one behind the other, as those of the checks do.
/// </summary>
internal sealed class FindingOrder : IComparer<FindingOrder.Key>
{
    /// <summary>How often two findings were compared.</summary>
    public long Comparisons { get; private set; }

    /// <summary>The first findings.</summary>
    /// <param name="found">All, check by check.</param>
    /// <param name="place">Where a node stands in the document; null where there is none of that id.</param>
    /// <param name="most">So many at most.</param>
    public ImmutableArray<Diagnostic> First(IEnumerable<Diagnostic> found, Func<string, int?> place, int most)
    {
        var all = found.ToArray();
        var keys = new Key[all.Length];
        for (var i = 0; i < all.Length; i++)
            keys[i] = new Key(all[i].Severity, all[i].Node is { } node && place(node) is { } index ? index : -1, i);
        Array.Sort(keys, all, this);
        return [.. all.Take(most)];
    }

    /// <inheritdoc />
    public int Compare(Key x, Key y)
    {
        Comparisons++;
        return x.Severity != y.Severity
            ? y.Severity.CompareTo(x.Severity)
            : x.Place != y.Place
            ? x.Place.CompareTo(y.Place)
            : x.Found.CompareTo(y.Found);
    }

    /// <summary>What the order goes by.</summary>
    internal readonly record struct Key(Severity Severity, int Place, int Found);
}
