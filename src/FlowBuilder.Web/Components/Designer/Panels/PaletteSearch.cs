using FlowBuilder.Core.Authoring.Palettes;

namespace FlowBuilder.Web.Components.Designer.Panels;

/// <summary>Finds entries of the palette by what was typed: the whole title first, then its
/// beginning, then a part of it, then the group.</summary>
internal static class PaletteSearch
{
    private const int Nowhere = 4;

    /// <summary>Entries that are called so, the best first; all in their own order while nothing is typed.</summary>
    /// <param name="items">Entries, or what holds one.</param>
    /// <param name="entry">Its entry.</param>
    /// <param name="typed">What was typed.</param>
    public static IEnumerable<T> Find<T>(IEnumerable<T> items, Func<T, PaletteEntry> entry, string typed)
    {
        var words = typed.Trim();
        return words.Length == 0
            ? items
            : items.Select(item => (Item: item, Rank: RankOf(entry(item), words)))
                .Where(one => one.Rank < Nowhere)
                .OrderBy(one => one.Rank)
                .Select(one => one.Item);
    }

    private static int RankOf(PaletteEntry entry, string words) =>
        entry.Title.Equals(words, StringComparison.OrdinalIgnoreCase) ? 0
        : entry.Title.StartsWith(words, StringComparison.CurrentCultureIgnoreCase) ? 1
        : entry.Title.Contains(words, StringComparison.CurrentCultureIgnoreCase) ? 2
        : entry.Group.Contains(words, StringComparison.CurrentCultureIgnoreCase) ? 3 : Nowhere;
}
