namespace FlowBuilder.Core.Reading;

/// <summary>
/// Many known tags, to be asked for the look-alikes of many others: each answer costs the letters of the tag, however many are known. Two
/// tags that are one slip apart have a form in common once one letter is left out of either.
/// </summary>
internal sealed class TagSpellings
{
    private readonly Dictionary<string, List<int>> _byForm = new(StringComparer.Ordinal);
    private readonly List<(string Tag, string Plain)> _known = [];

    /// <param name="known">All tags there are.</param>
    public TagSpellings(IEnumerable<string> known)
    {
        foreach (var tag in known)
        {
            var plain = TagSpelling.Plain(tag);
            foreach (var form in Forms(plain))
            {
                if (!_byForm.TryGetValue(form, out var these)) _byForm.Add(form, these = []);
                these.Add(_known.Count);
            }

            _known.Add((tag, plain));
        }
    }

    /// <summary>How many known tags were compared with those asked for.</summary>
    public int Compared { get; private set; }

    /// <summary>The first known tag that looks like another without being it; null for none.</summary>
    public string? NearDuplicate(string tag)
    {
        var plain = TagSpelling.Plain(tag);
        if (plain.Length == 0) return null;
        foreach (var place in Forms(plain).SelectMany(form => _byForm.GetValueOrDefault(form) ?? []).Distinct().Order())
        {
            Compared++;
            if (_known[place].Tag != tag && TagSpelling.IsNear(plain, _known[place].Plain)) return _known[place].Tag;
        }

        return null;
    }

    private static IEnumerable<string> Forms(string plain)
    {
        yield return plain;
        if (plain.Length < TagSpelling.ShortestForSlips) yield break;
        for (var left = 0; left < plain.Length; left++)
            if (left == 0 || plain[left] != plain[left - 1]) yield return plain.Remove(left, 1);
    }
}
