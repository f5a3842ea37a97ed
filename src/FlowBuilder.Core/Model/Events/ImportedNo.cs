using System.Text.Json;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Core.Model.Events;

/// <summary>A row of a spreadsheet says that the customer said no elsewhere, or that an address
/// there does not work: more than a trait, since it belongs to the address.</summary>
/// <param name="Channel">By which channel they are not to be written to.</param>
/// <param name="HasBounced">The address does not work; else the person said no.</param>
/// <param name="At">When, where the file says so.</param>
public sealed record ImportedNo(Channel Channel, bool HasBounced, DateTimeOffset? At)
{
    /// <summary>The member of an event's properties in which the noes of a row are kept. Senders cannot set it as a field.</summary>
    public const string Member = "import.no";

    /// <summary>As kept with the event.</summary>
    public static Properties Keep(Properties properties, IReadOnlyCollection<ImportedNo> noes)
    {
        ArgumentNullException.ThrowIfNull(properties);
        ArgumentNullException.ThrowIfNull(noes);
        return noes.Count == 0 ? properties : properties.With(Member, noes);
    }

    /// <summary>The noes of an event.</summary>
    public static IReadOnlyList<ImportedNo> Of(CustomerEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened.Imported && happened.Properties.Members.TryGetValue(Member, out var kept) && kept.ValueKind == JsonValueKind.Array
            ? kept.Deserialize<ImportedNo[]>() ?? []
            : [];
    }
}
