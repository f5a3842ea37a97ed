using System.Text.Json;
using FlowBuilder.Core.Model.Fields;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace FlowBuilder.Runtime.Liquid.Data;

/// <summary>A read-only object for texts whose members are looked up one by one. A missing member is null.</summary>
internal abstract class FieldView : IScriptObject
{
    public virtual int Count => 1;

    public bool IsReadOnly
    {
        get => true;
        set { }
    }

    public virtual IEnumerable<string> GetMembers() => [];

    public bool Contains(string member) => Find(member) is not null;

    public bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        value = Find(member);
        return value is not null;
    }

    public bool CanWrite(string member) => false;

    public bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly) => false;

    public bool Remove(string member) => false;

    public void SetReadOnly(string member, bool readOnly)
    {
    }

    public IScriptObject Clone(bool deep) => this;

    // An object is not a text: written out it is nothing.
    public override string ToString() => "";

    /// <summary>A member's value, or null.</summary>
    internal object? Member(string name) => Find(name);

    /// <inheritdoc cref="Member"/>
    protected abstract object? Find(string member);

    /// <summary>A JSON value as texts see it: numbers keep their spelling, objects and lists are looked into when asked.</summary>
    protected static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.TryGetDecimal(out var number) ? number : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Object => new ObjectView(value),
        JsonValueKind.Array => new ListView(value.EnumerateArray().Take(1_000).Select(ValueOf)),
        _ => null,
    };
}

/// <summary>A fixed set of members.</summary>
internal sealed class NamedView(IReadOnlyList<string> names, Func<string, object?> find) : FieldView
{
    public override int Count => names.Count(name => find(name) is not null);

    public override IEnumerable<string> GetMembers() => names;

    protected override object? Find(string member) => find(member);
}

/// <summary>Properties, and members of ours where the sender has told none of that name, or nothing of use under it.</summary>
/// <param name="properties">What the sender told.</param>
/// <param name="names">Members of ours.</param>
/// <param name="otherwise">Their values.</param>
/// <param name="isOurs">Members of which ours always counts, whatever was told.</param>
internal sealed class PropertiesView(
    Properties properties, IReadOnlyList<string> names, Func<string, object?> otherwise, Func<string, bool>? isOurs = null) : FieldView
{
    public override int Count => properties.Members.Count;

    public override IEnumerable<string> GetMembers() => properties.Members.Keys.Union(names, StringComparer.Ordinal);

    protected override object? Find(string member)
    {
        if (isOurs?.Invoke(member) == true || !properties.Members.TryGetValue(member, out var told)) return otherwise(member);
        return ValueOf(told) is { } value and not "" ? value : otherwise(member) ?? ValueOf(told);
    }
}

/// <summary>A JSON object inside properties.</summary>
internal sealed class ObjectView(JsonElement element) : FieldView
{
    public override int Count => element.EnumerateObject().Count();

    public override IEnumerable<string> GetMembers() => element.EnumerateObject().Select(member => member.Name);

    protected override object? Find(string member) => element.TryGetProperty(member, out var value) ? ValueOf(value) : null;
}
