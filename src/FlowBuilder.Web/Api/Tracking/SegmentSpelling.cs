using System.Text.Json;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Web.Api.Tracking;

/// <summary>Segment's own spelling of traits the product knows (segment.com/docs, “reserved
/// traits”). Where both are told, ours counts.</summary>
internal static class SegmentSpelling
{
    private static readonly (string Theirs, string Ours)[] Known =
    [
        ("firstName", "first_name"), ("firstname", "first_name"), ("lastName", "last_name"), ("lastname", "last_name"),
        ("createdAt", "created_at"), ("timeZone", "time_zone"), ("timezone", "time_zone"),
        ("assignedTo", "assigned_to"), ("emailConsent", "email_consent"), ("smsConsent", "sms_consent"), ("addTags", "add_tags"),
        ("removeTags", "remove_tags"),
    ];

    /// <summary>The traits under our names.</summary>
    public static Properties Understood(Properties traits)
    {
        foreach (var (theirs, ours) in Known)
        {
            if (!traits.Members.TryGetValue(theirs, out var value)) continue;
            traits = traits.Without(theirs);
            if (!traits.Members.ContainsKey(ours)) traits = traits.With(ours, value);
        }

        return traits.Members.TryGetValue("address", out var address) && address.ValueKind == JsonValueKind.Object
            ? traits.With("address", Address(address))
            : traits;
    }

    private static JsonElement Address(JsonElement address)
    {
        var told = Properties.Of(address);
        var parts = told;
        foreach (var (theirs, ours) in (ReadOnlySpan<(string, string)>)[
            ("postalCode", "postal_code"), ("zip", "postal_code"), ("zipCode", "postal_code"), ("zip_code", "postal_code")
        ])
        {
            if (!parts.Members.TryGetValue(theirs, out var value)) continue;
            parts = parts.Without(theirs);
            if (!parts.Members.ContainsKey(ours)) parts = parts.With(ours, value);
        }

        // A blank part is like null: it goes.
        foreach (var (name, value) in parts.Members)
            if (value.ValueKind == JsonValueKind.String && Core.Reading.EmptyValues.IsBlank(value)) parts = parts.With(name, null);
        return ReferenceEquals(parts, told) ? address : JsonElement.Parse(parts.ToJson());
    }
}
