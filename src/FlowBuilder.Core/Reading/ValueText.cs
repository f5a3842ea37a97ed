using System.Text.Json;

namespace FlowBuilder.Core.Reading;

/// <summary>A JSON value as text: strings as they are, numbers and booleans in JSON's spelling; null for anything else.</summary>
internal static class ValueText
{
    /// <summary>Null, too, for a string that is no valid text (a lone surrogate).</summary>
    public static string? Of(JsonElement value)
    {
        try
        {
            return Exactly(value);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <exception cref="InvalidOperationException">The string is no valid text.</exception>
    public static string? Exactly(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
