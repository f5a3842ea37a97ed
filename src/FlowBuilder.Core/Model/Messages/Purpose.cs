using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Model.Messages;

/// <summary>What a template is for. Unsubscribing stops marketing only. Numbers are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Purpose>))]
public enum Purpose
{
    [JsonStringEnumMemberName("marketing")] Marketing = 0,
    [JsonStringEnumMemberName("transactional")] Transactional = 1,
}
