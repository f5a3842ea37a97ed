using System.Text.Json;
using FlowBuilder.Canvas.Commands;

namespace FlowBuilder.Canvas.Link;

/// <summary>A command as it comes from the browser.</summary>
internal sealed record CanvasMessage(string Id, long Base, bool Replay, CanvasCommand Op)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true
    };

    /// <summary>The command with what stands beside it.</summary>
    public CanvasCommand Command => Op with { BaseRevision = Base, Key = Id, IsReplay = Replay };

    /// <summary>Null when the text is no message of ours: a browser can send anything.</summary>
    public static CanvasMessage? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<CanvasMessage>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
