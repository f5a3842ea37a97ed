using FlowBuilder.Core.Model.Addresses;

namespace FlowBuilder.Application.Suppressions;

/// <summary>What reasons are called on screen and in files.</summary>
public static class SuppressionText
{
    /// <summary>On screen.</summary>
    public static string Of(SuppressionReason reason) => reason switch
    {
        SuppressionReason.Unsubscribed => "Unsubscribed",
        SuppressionReason.Stopped => "Replied STOP",
        SuppressionReason.Bounced => "Does not work",
        SuppressionReason.Complaint => "Reported as spam",
        SuppressionReason.InDoubt => "To be decided",
        SuppressionReason.SoftBounces => "Bounced temporarily",
        SuppressionReason.ByHand => "By hand",
    };
}
