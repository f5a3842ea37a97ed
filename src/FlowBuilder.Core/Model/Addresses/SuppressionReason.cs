using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Model.Addresses;

/// <summary>Why an address is not written to. Numbers are stored, names stand in the API.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SuppressionReason>))]
public enum SuppressionReason
{
    /// <summary>Somebody unsubscribed it: no marketing emails.</summary>
    [JsonStringEnumMemberName("unsubscribed")] Unsubscribed = 0,

    /// <summary>Somebody answered STOP from it: no texts.</summary>
    [JsonStringEnumMemberName("stopped")] Stopped = 1,

    /// <summary>What was sent to it came back for good: nothing.</summary>
    [JsonStringEnumMemberName("bounced")] Bounced = 2,

    /// <summary>Somebody reported a message to it as spam: nothing.</summary>
    [JsonStringEnumMemberName("complaint")] Complaint = 3,

    /// <summary>The company's people (or a list they imported) say so: nothing.</summary>
    [JsonStringEnumMemberName("byHand")] ByHand = 4,

    /// <summary>A reply may mean no: messages wait until a person has read it.</summary>
    [JsonStringEnumMemberName("inDoubt")] InDoubt = 5,

    /// <summary>What was sent to it came back for a while. Blocks nothing; three in 30 days without
    /// a delivery between become <see cref="Bounced"/>.</summary>
    [JsonStringEnumMemberName("softBounces")] SoftBounces = 6,
}
