using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Engine.Events;

/// <summary>
/// Keeps a customer's stamps bounded. A field or tag that is gone keeps its stamp, so that an older value arriving late does not bring it
/// back; of those, the oldest are forgotten when there are too many.
/// </summary>
internal static class Stamping
{
    private const int Slack = 100;

    /// <summary>The stamps that are kept of these.</summary>
    /// <param name="customer">As they are with what has been told.</param>
    /// <param name="stamps">All of them.</param>
    /// <param name="limits">How much a customer may hold.</param>
    public static NameTable<FieldStamp> Kept(Customer customer, NameTable<FieldStamp> stamps, CustomerLimits limits)
    {
        var most = limits.Fields + limits.Tags;
        if (stamps.Count <= most + Slack) return stamps;
        var gone = stamps.Where(known => !Stands(customer, known.Key))
            .OrderBy(known => known.Value.At)
            .ThenBy(known => known.Key, StringComparer.Ordinal)
            .Select(known => known.Key)
            .Take(stamps.Count - most)
            .ToHashSet(StringComparer.Ordinal);
        return NameTable<FieldStamp>.Of([.. stamps.Where(known => !gone.Contains(known.Key))]);
    }

    public static string OfTag(string tag) => "tags." + tag.ToUpperInvariant();

    private static bool Stands(Customer customer, string name) =>
        name is "tags" or "email_consent" or "sms_consent"
        || customer.Fields.Members.ContainsKey(name)
        || (name.StartsWith("tags.", StringComparison.Ordinal) && customer.Tags.ContainsKey(name[5..]));
}
