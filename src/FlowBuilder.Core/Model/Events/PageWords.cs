using FlowBuilder.Core.Model.Fields;

namespace FlowBuilder.Core.Model.Events;

/// <summary>What an event that came with a browser key may say of a customer who is known already: anybody may have sent it.</summary>
public static class PageWords
{
    /// <summary>Nothing that describes the customer or the customer's group; of anything else what
    /// happened, without a word about consent.</summary>
    public static Properties OfKnown(EventKind kind, Properties told)
    {
        ArgumentNullException.ThrowIfNull(told);
        if (kind is EventKind.Identify or EventKind.Group) return Properties.Empty;
        var kept = new PropertiesEdit(told);
        foreach (var (name, _) in told.InOrder)
            if (name is "email_consent" or "sms_consent" || name.StartsWith("context.", StringComparison.Ordinal)) kept.Remove(name);
        return kept.Done();
    }
}
