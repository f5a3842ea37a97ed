using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Model.Messages;

/// <summary>How a message travels. Numbers are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel
{
    [JsonStringEnumMemberName("email")] Email = 0,
    [JsonStringEnumMemberName("text")] Text = 1,
    [JsonStringEnumMemberName("webhook")] Webhook = 2,
}
