using System.Collections.Immutable;

namespace FlowBuilder.Core.Customers;

/// <summary>
/// Keeps a customer's stamps bounded. A field or tag that is gone keeps its stamp, so that an older value arriving late does not bring it
/// back; of those, the oldest are forgotten when there are too many.
/// </summary>
internal static class Stamping
{
    private const int Slack = 100;

    /// <summary>The stamps with this one set.</summary>
    public static ImmutableDictionary<string, FieldStamp> With(Customer customer, ImmutableDictionary<string, FieldStamp> stamps, string name, FieldStamp stamp, CustomerLimits limits)
    {
        stamps = stamps.SetItem(name, stamp);
        var most = limits.Fields + limits.Tags;
        if (stamps.Count <= most + Slack) return stamps;
        var gone = stamps.Where(known => known.Key != name && !Stands(customer, known.Key))
            .OrderBy(known => known.Value.At).ThenBy(known => known.Key, StringComparer.Ordinal).Select(known => known.Key).Take(stamps.Count - most);
        return stamps.RemoveRange(gone.ToList());
    }

    public static string OfTag(string tag) => "tags." + tag.ToUpperInvariant();

    private static bool Stands(Customer customer, string name) =>
        name is "tags" or "email_consent" or "sms_consent" || customer.Fields.Members.ContainsKey(name) || (name.StartsWith("tags.", StringComparison.Ordinal) && customer.Tags.ContainsKey(name[5..]));
}
