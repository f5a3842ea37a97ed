using System.Text.Json;
using System.Text.Json.Nodes;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Model.Customers;

/// <summary>An address is told in parts: what is told anew replaces its part, null takes it away, and the other parts stay.</summary>
internal static class AddressParts
{
    private const string Prefix = "address.";

    /// <summary>The whole address with what is told; null when the field is no address, or is told
    /// as a whole (null, or nothing is known yet).</summary>
    /// <param name="fields">What is known.</param>
    /// <param name="name">The field: <c>address</c>, or a part of it such as <c>address.city</c>.</param>
    /// <param name="told">Its new value.</param>
    public static JsonElement? Merge(INamed<JsonElement> fields, string name, JsonElement told)
    {
        var part = name.StartsWith(Prefix, StringComparison.Ordinal) && name.Length > Prefix.Length && !fields.ContainsKey(name)
            ? name[Prefix.Length..]
            : null;
        if (part is null && (name != "address" || told.ValueKind != JsonValueKind.Object)) return null;
        var known = fields.TryGetValue("address", out var address) ? address : default;
        if (part is not null && known.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined or JsonValueKind.Null)) return null;
        if (part is null
            && known.ValueKind != JsonValueKind.Object
            && !told.EnumerateObject().Any(member => member.Value.ValueKind == JsonValueKind.Null))
            return told;
        var whole = known.ValueKind == JsonValueKind.Object ? JsonObject.Create(known.Clone())! : [];
        if (part is not null) Put(whole, part, told);
        else
            foreach (var member in told.EnumerateObject()) Put(whole, member.Name, member.Value);
        return JsonSerializer.SerializeToElement(whole.Count == 0 ? null : whole);
    }

    private static void Put(JsonObject whole, string part, JsonElement value)
    {
        whole.Remove(part);
        if (value.ValueKind != JsonValueKind.Null) whole[part] = JsonNode.Parse(value.GetRawText());
    }
}
