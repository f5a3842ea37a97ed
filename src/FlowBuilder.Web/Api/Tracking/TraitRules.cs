using System.Globalization;
using System.Text.Json;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Web.Api.Tracking;

/// <summary>Checks the traits the product knows (contract.md section 1). Custom traits may be anything.</summary>
internal static class TraitRules
{
    private const int EarliestYear = 1900;
    private static readonly string[] Texts =
    [
        "email", "phone", "first_name", "last_name", "name", "type", "source", "time_zone", "assigned_to"
    ];
    private static readonly string[] Lists = ["tags", "add_tags", "remove_tags"];
    private static readonly string[] Flags = ["email_consent", "sms_consent"];
    private static readonly string[] AddressParts = ["street", "city", "state", "postal_code", "country"];

    /// <summary>
    /// The traits as they are kept: Segment's spelling under our names, numbers in text fields as text, names on one line, status in lower
    /// case, the birthday as the written day. A blank is like null; a blank consent, list or entry of a list says nothing.
    /// </summary>
    public static Properties Checked(Properties traits, FaultList faults, CustomerLimits limits, DayOrder order, string path = "traits.")
    {
        // A person's own yes stands in a call's context, never among its fields.
        foreach (var ours in (ReadOnlySpan<string>)[OptIn.Member, ImportedNo.Member])
            if (traits.Members.ContainsKey(ours)) traits = traits.Without(ours);
        traits = WithoutBlanks(SegmentSpelling.Understood(traits));
        CheckSize(traits, limits.Fields, "fields", path, faults);
        foreach (var name in Texts) traits = CheckText(traits, name, path, faults);
        foreach (var name in Flags)
            if (traits.Get(name) is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
                faults.WrongType(path + name, "true or false");
        foreach (var name in Lists) traits = CheckTags(traits, name, limits, path, faults);
        CheckStatus(ref traits, path, faults);
        traits = CheckBirthday(traits, order, path, faults);
        traits = CheckCreatedAt(traits, order, path, faults);
        CheckAddress(traits, path, faults);
        return traits;
    }

    /// <summary>What no customer, group or record could hold whatever it holds already: too many members, too long names.</summary>
    public static void CheckSize(Properties properties, int most, string what, string path, FaultList faults)
    {
        if (properties.Members.Count > most)
            faults.Add(
                path.TrimEnd('.') is { Length: > 0 } whole ? whole : "$", "too-many-fields",
                $"has {properties.Members.Count:N0} {what}; there can be at most {most:N0}. Leave some out.");
        foreach (var name in properties.Members.Keys)
            if (name.Length > CustomerLimits.NameLength)
                faults.Add(
                    $"{path}{name[..40]}…", "name-too-long",
                    $"has a name of {name.Length:N0} characters; names can have at most {CustomerLimits.NameLength}. Shorten it.");
    }

    private static Properties WithoutBlanks(Properties traits)
    {
        foreach (var name in Flags.Concat(Lists))
            if (traits.Get(name) is { } value && EmptyValues.IsBlank(value)) traits = traits.Without(name);
        foreach (var name in Texts.Append("status").Append("address"))
            if (traits.Get(name) is { } value && EmptyValues.IsBlank(value)) traits = traits.With(name, null);
        if (traits.Get("address") is { } address && EmptyValues.IsEmptyList(address)) traits = traits.Without("address");
        if (traits.Get("birthday") is { } birthday && EmptyValues.IsNoDay(birthday)) traits = traits.With("birthday", null);
        if (traits.Get("created_at") is { } created && EmptyValues.IsNoTime(created)) traits = traits.With("created_at", null);
        return traits;
    }

    /// <summary>A date of life is the written day, whatever time and zone stand behind it.</summary>
    private static Properties CheckBirthday(Properties traits, DayOrder order, string path, FaultList faults)
    {
        if (traits.Get("birthday") is not { } value
            || (value.ValueKind == JsonValueKind.String && MonthDay.TryParse(Values.AsText(value)?.Trim(), out _)))
            return traits;
        if (Values.AsDate(value, order) is { Local.Year: >= EarliestYear } written)
            return traits.With("birthday", written.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        faults.Add(path + "birthday", "invalid-date", "is not a date; send it like 1984-05-30.");
        return traits;
    }

    private static Properties CheckCreatedAt(Properties traits, DayOrder order, string path, FaultList faults)
    {
        if (traits.Get("created_at") is not { } value) return traits;
        if (Values.AsDate(value, order) is not { Local.Year: >= EarliestYear } written)
        {
            faults.Add(path + "created_at", "invalid-date", "is not a date; send it like 1984-05-30.");
            return traits;
        }

        // As it is where everybody reads it alike; else the instant, or the day, so that a change of the company's order changes nothing.
        if (value.ValueKind == JsonValueKind.String
            && Values.AsText(value) is { Length: >= 10 } text
            && text[4] == '-'
            && char.IsAsciiDigit(text[0]))
            return traits;
        return traits.With(
            "created_at",
            written.HasTime
                ? written.At(TimeZoneInfo.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
                : written.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static Properties CheckText(Properties traits, string name, string path, FaultList faults)
    {
        if (traits.Get(name) is not { } value) return traits;
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                var text = value.GetString()!;
                return NameText.Of(text) is var tidy && tidy != text ? traits.With(name, tidy) : traits;
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
            faults.Add(path + name, "too-long", $"can hold at most {limits.Tags} tags.");
            return traits;
        }

        var tags = new List<string>();
        foreach (var tag in value.EnumerateArray())
        {
            if (EmptyValues.IsBlank(tag)) continue;
            var field = $"{path}{name}[{tags.Count}]";
            var text = tag.ValueKind == JsonValueKind.String ? NameText.Of(tag.GetString()) : "";
            if (tag.ValueKind != JsonValueKind.String) faults.WrongType(field, "text");
            else if (text.Length is 0 or > TrackingLimits.Name)
                faults.Add(field, "invalid-tag", $"must have 1 to {TrackingLimits.Name} characters.");
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
            if (address.TryGetProperty(part, out var value)
                && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null))
                faults.WrongType($"{path}address.{part}", "text");
    }
}
