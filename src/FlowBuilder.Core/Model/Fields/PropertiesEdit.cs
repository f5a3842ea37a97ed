using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FlowBuilder.Core.Model.Fields;

/// <summary><see cref="Properties"/> while several of their members are set: copied once for all.
/// Not for several threads at once.</summary>
public sealed class PropertiesEdit : INamed<JsonElement>
{
    private readonly NameTableEdit<JsonElement> _members;
    private Properties _before;
    private bool _isChanged;

    /// <param name="before">What is changed; it stays as it is.</param>
    /// <param name="more">How many members will be added at most; a guess.</param>
    public PropertiesEdit(Properties before, int more = 0)
    {
        ArgumentNullException.ThrowIfNull(before);
        (_before, _members) = (before, new NameTableEdit<JsonElement>(before.Named, more));
    }

    /// <inheritdoc />
    public int Count => _members.Count;

    /// <inheritdoc />
    public bool ContainsKey(string key) => _members.ContainsKey(key);

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value) => _members.TryGetValue(key, out value);

    /// <inheritdoc cref="Properties.Get(string)"/>
    public JsonElement? Get(string path) => Properties.Get(_members, path);

    /// <summary>Sets a member.</summary>
    public void Set(string name, JsonElement value)
    {
        _members.Set(name, value);
        _isChanged = true;
    }

    /// <summary>Takes a member away; one that is not there changes nothing.</summary>
    public void Remove(string name)
    {
        _isChanged |= _members.ContainsKey(name);
        _members.Remove(name);
    }

    /// <summary>The properties as they are now; the very ones they were where nothing has changed.</summary>
    public Properties Done()
    {
        if (!_isChanged) return _before;
        _isChanged = false;
        return _before = Properties.Over(_members.Done());
    }
}
