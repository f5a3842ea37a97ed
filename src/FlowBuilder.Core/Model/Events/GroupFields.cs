using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Model.Events;

/// <summary>What a sender tells of the group a customer belongs to is kept as the customer's fields <c>group.*</c>.</summary>
public static class GroupFields
{
    private const string Prefix = "group.";

    /// <summary>Traits of a group as fields of its member.</summary>
    public static Properties Of(Properties traits)
    {
        ArgumentNullException.ThrowIfNull(traits);
        var fields = new PropertiesEdit(Properties.Empty, traits.Members.Count);
        foreach (var (name, value) in traits.InOrder) fields.Set(Prefix + name, value);
        return fields.Done();
    }

    /// <summary>The trait behind one of these fields, as the sender called it.</summary>
    public static string TraitOf(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field[Prefix.Length..];
    }
}
