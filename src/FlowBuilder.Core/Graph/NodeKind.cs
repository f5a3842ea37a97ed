using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Graph;

/// <summary>The node kinds of product.md section 2.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NodeKind>))]
public enum NodeKind
{
    [JsonStringEnumMemberName("trigger")] Trigger,
    [JsonStringEnumMemberName("and")] And,
    [JsonStringEnumMemberName("or")] Or,
    [JsonStringEnumMemberName("action")] Action,
    [JsonStringEnumMemberName("wait")] Wait,
    [JsonStringEnumMemberName("if")] If,
    [JsonStringEnumMemberName("split")] Split,
    [JsonStringEnumMemberName("stopWhen")] StopWhen,
    [JsonStringEnumMemberName("stopAction")] StopAction,
    [JsonStringEnumMemberName("note")] Note,
}
