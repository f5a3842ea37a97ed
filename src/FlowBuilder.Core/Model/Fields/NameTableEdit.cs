using System.Diagnostics.CodeAnalysis;

namespace FlowBuilder.Core.Model.Fields;

/// <summary>A table of names while members are set and taken away: it is copied once, at the first
/// change, however many follow. Not for several threads at once.</summary>
/// <param name="before">What is changed; it stays as it is.</param>
/// <param name="more">How many members will be added at most, so that room is made once; a guess.</param>
internal sealed class NameTableEdit<T>(NameTable<T> before, int more = 0) : INamed<T>
{
    private const int FewMore = 4;

    private NameTable<T> _before = before;
    private KeyValuePair<string, T>[]? _members;
    private int _count = before.Count;

    /// <inheritdoc />
    public int Count => _count;

    private ReadOnlySpan<KeyValuePair<string, T>> Now => _members is { } members ? members.AsSpan(0, _count) : _before.InOrder;

    /// <inheritdoc />
    public bool ContainsKey(string key) => NameTable<T>.PlaceOf(Now, key) >= 0;

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var place = NameTable<T>.PlaceOf(Now, key);
        value = place < 0 ? default : Now[place].Value;
        return place >= 0;
    }

    /// <summary>Puts this under that name.</summary>
    public void Set(string name, T value)
    {
        var place = NameTable<T>.PlaceOf(Now, name);
        var members = Own(place < 0 ? _count + 1 : _count);
        if (place < 0)
        {
            place = ~place;
            Array.Copy(members, place, members, place + 1, _count++ - place);
        }

        members[place] = new(name, value);
    }

    /// <summary>Takes a name away; one that is not there changes nothing.</summary>
    public void Remove(string name)
    {
        var place = NameTable<T>.PlaceOf(Now, name);
        if (place < 0) return;
        var members = Own(_count);
        Array.Copy(members, place + 1, members, place, --_count - place);
        members[_count] = default;
    }

    /// <summary>The table as it is now; the very one it was where nothing has changed.</summary>
    public NameTable<T> Done()
    {
        if (_members is not { } members) return _before;
        _members = null;
        return _before = NameTable<T>.Of(members.Length == _count ? members : members[.._count]);
    }

    private KeyValuePair<string, T>[] Own(int wanted)
    {
        if (_members is { } own && own.Length >= wanted) return own;
        var grown = new KeyValuePair<string, T>[wanted == _count
            ? _count
            : _members is null
            ? Math.Max(wanted, _count + more)
            : (wanted * 2) + FewMore];
        Now.CopyTo(grown);
        return _members = grown;
    }
}
