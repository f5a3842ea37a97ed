using System.Text.Json;
using FlowBuilder.Core.Customers;

namespace FlowBuilder.Web.Tracking;

/// <summary>Checks the traits the product knows (contract.md section 1). Custom traits may be anything.</summary>
internal static class Traits
{
    private static readonly string[] Texts = ["email", "phone", "first_name", "last_name", "name", "type", "source", "time_zone", "assigned_to"];
    private static readonly string[] Lists = ["tags", "add_tags", "remove_tags"];
    private static readonly string[] Flags = ["email_consent", "sms_consent"];
    private static readonly string[] AddressParts = ["street", "city", "state", "postal_code", "country"];

    /// <summary>The traits as they are kept: numbers in text fields as text, names on one line, status in lower case.</summary>
    public static Properties Checked(Properties traits, FaultList faults, CustomerLimits limits, string path = "traits.")
    {
        // A person's own yes stands in a call's context, never among its fields.
        if (traits.Members.ContainsKey(OptIn.Member)) traits = traits.Without(OptIn.Member);
        CheckSize(traits, limits.Fields, "fields", path, faults);
        foreach (var name in Texts) traits = CheckText(traits, name, path, faults);
        foreach (var name in Flags)
            if (traits.Get(name) is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) }) faults.WrongType(path + name, "true or false");
        foreach (var name in Lists) traits = CheckTags(traits, name, limits, path, faults);
        CheckStatus(ref traits, path, faults);
        foreach (var name in (ReadOnlySpan<string>)["birthday", "created_at"])
            if (traits.Get(name) is { } date && (date.ValueKind != JsonValueKind.String || IsoMoments.Read(date.GetString()!) is null))
                faults.Add(path + name, "invalid-date", "is not a date; send it like 1984-05-30.");
        CheckAddress(traits, path, faults);
        return traits;
    }

    /// <summary>What no customer, group or record could hold whatever it holds already: too many members, too long names.</summary>
    public static void CheckSize(Properties properties, int most, string what, string path, FaultList faults)
    {
        if (properties.Members.Count > most)
            faults.Add(path.TrimEnd('.') is { Length: > 0 } whole ? whole : "$", "too-many-fields", $"has {properties.Members.Count:N0} {what}; there may be at most {most:N0}. Leave some out.");
        foreach (var name in properties.Members.Keys)
            if (name.Length > CustomerLimits.NameLength)
                faults.Add($"{path}{name[..40]}…", "name-too-long", $"has a name of {name.Length:N0} characters; names may have at most {CustomerLimits.NameLength}. Shorten it.");
    }

    private static Properties CheckText(Properties traits, string name, string path, FaultList faults)
    {
        if (traits.Get(name) is not { } value) return traits;
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                var text = value.GetString()!;
                return text.Any(char.IsControl) ? traits.With(name, Names.OneLine(text)) : traits;
            case JsonValueKind.Number:
                return traits.With(name, value.GetRawText());
            default:
                faults.WrongType(path + name, "text");
                return traits;
        }
    }

    private static Properties CheckTags(Properties traits, string name, CustomerLimits limits, string path, FaultList faults)
    {
        if (traits.Get(name) is not { } value) return traits;
        if (value.ValueKind != JsonValueKind.Array)
        {
            faults.WrongType(path + name, "a list of tags");
            return traits;
        }

        if (value.GetArrayLength() > limits.Tags)
        {
            faults.Add(path + name, "too-long", $"may hold at most {limits.Tags} tags.");
            return traits;
        }

        var tags = new List<string>();
        foreach (var tag in value.EnumerateArray())
        {
            var field = $"{path}{name}[{tags.Count}]";
            var text = tag.ValueKind == JsonValueKind.String ? Names.OneLine(tag.GetString()) : "";
            if (tag.ValueKind != JsonValueKind.String) faults.WrongType(field, "text");
            else if (text.Length is 0 or > TrackingLimits.Name) faults.Add(field, "invalid-tag", $"must have 1 to {TrackingLimits.Name} characters.");
            tags.Add(text);
        }

        return traits.With(name, tags);
    }

    private static void CheckStatus(ref Properties traits, string path, FaultList faults)
    {
        if (traits.Get("status") is not { } value) return;
        var status = value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim().ToLowerInvariant() : null;
        if (status is "lead" or "active" or "former") traits = traits.With("status", status);
        else faults.Add(path + "status", status is null ? "wrong-type" : "unknown-value", "must be lead, active or former.");
    }

    private static void CheckAddress(Properties traits, string path, FaultList faults)
    {
        if (traits.Get("address") is not { } address) return;
        if (address.ValueKind != JsonValueKind.Object)
        {
            faults.WrongType(path + "address", "an object with street, city, state, postal_code, country");
            return;
        }

        foreach (var part in AddressParts)
            if (address.TryGetProperty(part, out var value) && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null))
                faults.WrongType($"{path}address.{part}", "text");
    }
}
