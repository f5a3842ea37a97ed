using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Model.Sequences;

/// <summary>What happens to what is past due after a pause or an outage of more than 15 minutes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LatePolicy>))]
public enum LatePolicy
{
    /// <summary>Go on now.</summary>
    [JsonStringEnumMemberName("send")] Send,

    /// <summary>Skip the actions that follow until the next wait.</summary>
    [JsonStringEnumMemberName("skip")] Skip,

    /// <summary>Wait as much longer as the pause or outage lasted.</summary>
    [JsonStringEnumMemberName("shift")] Shift,

    /// <summary>Put it to a person in the review queue.</summary>
    [JsonStringEnumMemberName("ask")] Ask,
}
