using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Model.Fields;

/// <summary>How a value is compared; see <see cref="Comparison"/> for what each means.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Operator>))]
public enum Operator
{
    [JsonStringEnumMemberName("is")] Is,
    [JsonStringEnumMemberName("is-not")] IsNot,
    [JsonStringEnumMemberName("contains")] Contains,
    [JsonStringEnumMemberName("not-contains")] NotContains,
    [JsonStringEnumMemberName("starts-with")] StartsWith,
    [JsonStringEnumMemberName("ends-with")] EndsWith,
    [JsonStringEnumMemberName("empty")] Empty,
    [JsonStringEnumMemberName("not-empty")] NotEmpty,
    [JsonStringEnumMemberName("greater")] Greater,
    [JsonStringEnumMemberName("at-least")] AtLeast,
    [JsonStringEnumMemberName("less")] Less,
    [JsonStringEnumMemberName("at-most")] AtMost,
    [JsonStringEnumMemberName("between")] Between,
    [JsonStringEnumMemberName("in")] In,
    [JsonStringEnumMemberName("not-in")] NotIn,
    [JsonStringEnumMemberName("before")] Before,
    [JsonStringEnumMemberName("after")] After,
}
