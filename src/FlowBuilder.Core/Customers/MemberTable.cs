using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FlowBuilder.Core.Customers;

/// <summary>
/// The members of a JSON object in ordinal order of their names, in one array: customers have tens of them and stay in memory by the
/// ten thousand, where a tree of nodes costs the collector more than a copied array ever does.
/// </summary>
internal sealed class MemberTable : IReadOnlyDictionary<string, JsonElement>
{
    private readonly KeyValuePair<string, JsonElement>[] _members;

    private MemberTable(KeyValuePair<string, JsonElement>[] members) => _members = members;

    public static MemberTable Empty { get; } = new([]);

    public int Count => _members.Length;

    public IEnumerable<string> Keys => _members.Select(static member => member.Key);

    public IEnumerable<JsonElement> Values => _members.Select(static member => member.Value);

    public ReadOnlySpan<KeyValuePair<string, JsonElement>> InOrder => _members;

    public JsonElement this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no member “{key}”.");

    /// <summary>The members of an object; of a name that comes twice the last counts.</summary>
    public static MemberTable Of(JsonElement element)
    {
        var members = new KeyValuePair<string, JsonElement>[element.GetPropertyCount()];
        var count = 0;
        var ordered = true;
        foreach (var member in element.EnumerateObject())
        {
            members[count] = new(member.Name, member.Value);
            ordered &= count == 0 || string.CompareOrdinal(members[count - 1].Key, members[count].Key) < 0;
            count++;
        }

        return count == 0 ? Empty : new(ordered ? members : InOrderOf(members));
    }

    public MemberTable With(string name, JsonElement value)
    {
        var place = PlaceOf(name);
        if (place >= 0)
        {
            var changed = _members.AsSpan().ToArray();
            changed[place] = new(name, value);
            return new(changed);
        }

        var grown = new KeyValuePair<string, JsonElement>[_members.Length + 1];
        _members.AsSpan(0, ~place).CopyTo(grown);
        grown[~place] = new(name, value);
        _members.AsSpan(~place).CopyTo(grown.AsSpan(~place + 1));
        return new(grown);
    }

    public MemberTable Without(string name)
    {
        var place = PlaceOf(name);
        return place < 0 ? this : _members.Length == 1 ? Empty : new([.. _members.AsSpan(0, place), .. _members.AsSpan(place + 1)]);
    }

    /// <summary>The members of both; where both have one, <paramref name="newer"/>'s.</summary>
    public MemberTable With(MemberTable newer)
    {
        var merged = new KeyValuePair<string, JsonElement>[_members.Length + newer._members.Length];
        var (count, here, there) = (0, 0, 0);
        while (here < _members.Length || there < newer._members.Length)
        {
            var order = here == _members.Length ? 1 : there == newer._members.Length ? -1 : string.CompareOrdinal(_members[here].Key, newer._members[there].Key);
            merged[count++] = order < 0 ? _members[here++] : newer._members[there++];
            if (order == 0) here++;
        }

        return new(count == merged.Length ? merged : merged[..count]);
    }

    public bool ContainsKey(string key) => PlaceOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value)
    {
        var place = PlaceOf(key);
        value = place < 0 ? default : _members[place].Value;
        return place >= 0;
    }

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, JsonElement>>)_members).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <returns>Where the name stands; else the complement of where it would.</returns>
    private int PlaceOf(string name)
    {
        var (low, high) = (0, _members.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = string.CompareOrdinal(_members[middle].Key, name);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }

    private static KeyValuePair<string, JsonElement>[] InOrderOf(KeyValuePair<string, JsonElement>[] members)
    {
        // A stable order, so that of equal names the last given comes last.
        var ordered = members.OrderBy(static member => member.Key, StringComparer.Ordinal).ToArray();
        var count = 0;
        for (var index = 0; index < ordered.Length; index++)
        {
            if (index + 1 < ordered.Length && ordered[index].Key == ordered[index + 1].Key) continue;
            ordered[count++] = ordered[index];
        }

        return count == ordered.Length ? ordered : ordered[..count];
    }
}
