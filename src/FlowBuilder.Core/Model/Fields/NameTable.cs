using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace FlowBuilder.Core.Model.Fields;

/// <summary>Makes <see cref="NameTable{T}"/>.</summary>
public static class NameTable
{
    /// <summary>A table of these; of a name that comes twice the last counts.</summary>
    public static NameTable<T> Of<T>(IEnumerable<KeyValuePair<string, T>> members) => NameTable<T>.Of([.. members]);
}

/// <summary>
/// What stands under names, in ordinal order of the names, immutable, in one array: fields, stamps and properties are tens to a customer
/// and stay in memory by the ten thousand, where a tree of nodes costs the collector more than a copied array ever does.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "It is looked things up in, never added to.")]
public sealed class NameTable<T> : IReadOnlyDictionary<string, T>, INamed<T>
{
    private const int FewMembers = 32;

    private readonly KeyValuePair<string, T>[] _members;

    private NameTable(KeyValuePair<string, T>[] members) => _members = members;

    /// <summary>Nothing.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "As immutable collections have it.")]
    public static NameTable<T> Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => _members.Length;

    /// <inheritdoc />
    public IEnumerable<string> Keys => _members.Select(static member => member.Key);

    /// <inheritdoc />
    public IEnumerable<T> Values => _members.Select(static member => member.Value);

    /// <summary>Names and what stands under them, in ordinal order of the names.</summary>
    public ReadOnlySpan<KeyValuePair<string, T>> InOrder => _members;

    /// <inheritdoc />
    public T this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no member “{key}”.");

    /// <summary>A table of these; of a name that comes twice the last counts. The array is taken over.</summary>
    internal static NameTable<T> Of(KeyValuePair<string, T>[] members)
    {
        for (var index = 1; index < members.Length; index++)
            if (string.CompareOrdinal(members[index - 1].Key, members[index].Key) >= 0) return new(InOrderOf(members));
        return members.Length == 0 ? Empty : new(members);
    }

    /// <summary>The same with this under that name.</summary>
    public NameTable<T> With(string name, T value)
    {
        var place = PlaceOf(name);
        if (place >= 0)
        {
            var changed = _members.AsSpan().ToArray();
            changed[place] = new(name, value);
            return new(changed);
        }

        var grown = new KeyValuePair<string, T>[_members.Length + 1];
        _members.AsSpan(0, ~place).CopyTo(grown);
        grown[~place] = new(name, value);
        _members.AsSpan(~place).CopyTo(grown.AsSpan(~place + 1));
        return new(grown);
    }

    /// <summary>The same without a name.</summary>
    public NameTable<T> Without(string name)
    {
        var place = PlaceOf(name);
        return place < 0 ? this : _members.Length == 1 ? Empty : new([.. _members.AsSpan(0, place), .. _members.AsSpan(place + 1)]);
    }

    /// <summary>The members of both; where both have one, <paramref name="newer"/>'s.</summary>
    public NameTable<T> With(NameTable<T> newer)
    {
        var merged = new KeyValuePair<string, T>[_members.Length + newer._members.Length];
        var (count, here, there) = (0, 0, 0);
        while (here < _members.Length || there < newer._members.Length)
        {
            var order = here == _members.Length
                ? 1
                : there == newer._members.Length
                ? -1
                : string.CompareOrdinal(_members[here].Key, newer._members[there].Key);
            merged[count++] = order < 0 ? _members[here++] : newer._members[there++];
            if (order == 0) here++;
        }

        return new(count == merged.Length ? merged : merged[..count]);
    }

    /// <inheritdoc />
    public bool ContainsKey(string key) => PlaceOf(key) >= 0;

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var place = PlaceOf(key);
        value = place < 0 ? default : _members[place].Value;
        return place >= 0;
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, T>>)_members).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <returns>Where the name stands; else the complement of where it would.</returns>
    private int PlaceOf(string name) => PlaceOf(_members, name);

    /// <returns>Where the name stands among these; else the complement of where it would.</returns>
    internal static int PlaceOf(ReadOnlySpan<KeyValuePair<string, T>> members, string name)
    {
        var (low, high) = (0, members.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = string.CompareOrdinal(members[middle].Key, name);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }

    private static KeyValuePair<string, T>[] InOrderOf(KeyValuePair<string, T>[] members)
    {
        // A stable order, so that of equal names the last given comes last. What people send is short, and nearly in order as often as not.
        if (members.Length <= FewMembers) Insert(members);
        else members = [.. members.OrderBy(static member => member.Key, StringComparer.Ordinal)];
        var count = 0;
        for (var index = 0; index < members.Length; index++)
        {
            if (index + 1 < members.Length && members[index].Key == members[index + 1].Key) continue;
            members[count++] = members[index];
        }

        return count == members.Length ? members : members[..count];
    }

    private static void Insert(KeyValuePair<string, T>[] members)
    {
        for (var index = 1; index < members.Length; index++)
        {
            var member = members[index];
            var place = index;
            for (; place > 0 && string.CompareOrdinal(members[place - 1].Key, member.Key) > 0; place--) members[place] = members[place - 1];
            members[place] = member;
        }
    }
}
