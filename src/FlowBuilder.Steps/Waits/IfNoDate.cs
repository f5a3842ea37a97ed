using System.Text.Json.Serialization;

namespace FlowBuilder.Steps.Waits;

/// <summary>What follows a wait for a date that is missing or cannot be read.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IfNoDate>))]
public enum IfNoDate
{
    /// <summary>The run ends as failed.</summary>
    [JsonStringEnumMemberName("fail")] Fail,

    /// <summary>The wait is passed over.</summary>
    [JsonStringEnumMemberName("continue")] Continue,

    /// <summary>The run ends, without a fault.</summary>
    [JsonStringEnumMemberName("stop")] Stop,
}
