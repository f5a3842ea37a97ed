using System.Text.Json;
using System.Text.RegularExpressions;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Web.Hosting.RequestBodies;

/// <summary>Turns the serializer's complaints into ours: by field, without type names.</summary>
internal static partial class JsonFaults
{
    public static FieldError Of(JsonException e)
    {
        var path = e.Path is { Length: > 2 } known ? known[2..] : "$";
        if (Unmapped().Match(e.Message) is { Success: true } unmapped)
        {
            var name = unmapped.Groups[1].Value;
            return new FieldError(
                path == "$" ? name : path.EndsWith(name, StringComparison.Ordinal) ? path : $"{path}.{name}", "unknown-member",
                "is not part of this call. Check the spelling, or leave it out.");
        }

        return new FieldError(path, "wrong-type", "has the wrong type or a value that is not allowed here.");
    }

    [GeneratedRegex("The JSON property '([^']*)' could not be mapped")]
    private static partial Regex Unmapped();
}
