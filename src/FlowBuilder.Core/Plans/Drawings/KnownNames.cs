namespace FlowBuilder.Core.Plans.Drawings;

/// <summary>What a company has of one kind (templates, sequences, people), to be found by title and
/// by key without regard to case; looked through once for a whole drawing.</summary>
internal sealed class KnownNames(IReadOnlyDictionary<string, string> known)
{
    private readonly ILookup<string, string> _byTitle = known.ToLookup(one => one.Value, one => one.Key, StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, string> _byKey = known.Keys.ToLookup(key => key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The keys of those with a title.</summary>
    public IEnumerable<string> OfTitle(string title) => _byTitle[title];

    /// <summary>The keys spelled so.</summary>
    public IEnumerable<string> OfKey(string key) => _byKey[key];
}
