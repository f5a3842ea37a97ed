using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace FlowBuilder.Core.Steps.Json;

/// <summary>Takes JSON from strangers: refuses what would hurt later (depth, size, U+0000, lone
/// surrogates, doubled members) and says where it is.</summary>
public static class JsonText
{
    /// <summary>Objects and lists may stand this deep inside each other.</summary>
    public const int MaxDepth = 64;

    /// <summary>Largest text taken, in bytes of UTF-8.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Longest single string.</summary>
    public const int MaxString = 20_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc cref="Parse(ReadOnlyMemory{byte}, FieldErrors)"/>
    public static JsonDocument? Parse(string json, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(errors);
        if (json.Length > MaxBytes) return TooLarge(errors);
        try
        {
            return Parse(Strict.GetBytes(json), errors);
        }
        catch (EncoderFallbackException)
        {
            errors.Add("", "lone-surrogate", "The text contains half a character (a lone surrogate). Remove it.");
            return null;
        }
    }

    /// <summary>The document, or null with at least one error. Never throws.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (utf8.Span.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        if (utf8.Length > MaxBytes) return TooLarge(errors);
        if (!Utf8.IsValid(utf8.Span))
        {
            errors.Add("", "not-json", "The text is not UTF-8.");
            return null;
        }

        if (IsTooDeep(utf8.Span))
        {
            errors.Add("", "too-deep", $"Objects and lists can be nested at most {MaxDepth} levels deep.");
            return null;
        }

        try
        {
            var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth });
            var before = errors.Count;
            Inspect(document.RootElement, "", errors);
            if (errors.Count == before) return document;
            document.Dispose();
            return null;
        }
        catch (JsonException broken)
        {
            errors.Add("", "not-json", $"The text is not JSON (line {broken.LineNumber + 1}, position {broken.BytePositionInLine + 1}).");
            return null;
        }
    }

    private static JsonDocument? TooLarge(FieldErrors errors)
    {
        errors.Add("", "too-large", $"The text is larger than {MaxBytes / (1024 * 1024)} MB.");
        return null;
    }

    private static bool IsTooDeep(ReadOnlySpan<byte> json)
    {
        var depth = 0;
        var inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            switch (json[i])
            {
                case (byte)'\\' when inString: i++; break;
                case (byte)'"': inString = !inString; break;
                case (byte)'{' or (byte)'[' when !inString: if (++depth > MaxDepth) return true; break;
                case (byte)'}' or (byte)']' when !inString: depth--; break;
            }
        }

        return false;
    }

    // Recursion is bounded by MaxDepth.
    private static void Inspect(JsonElement element, string path, FieldErrors errors)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                InspectObject(element, path, errors);
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray()) Inspect(item, $"{path}[{index++}]", errors);
                break;
            case JsonValueKind.String when !Escapes.Fine(element.GetRawText(), path, errors):
                break;
            case JsonValueKind.String when element.GetString()!.Length > MaxString:
                errors.Add(path, "too-long", $"is longer than {MaxString:N0} characters.");
                break;
        }
    }

    private static void InspectObject(JsonElement element, string path, FieldErrors errors)
    {
        HashSet<string>? seen = null;
        foreach (var member in element.EnumerateObject())
        {
            if (!Escapes.Fine(Escapes.RawName(member), path, errors)) continue;
            if (!(seen ??= new HashSet<string>(StringComparer.Ordinal)).Add(member.Name))
                errors.Add(Join(path, member.Name), "duplicate-member", "is given twice.");
            else if (member.Name.Length > 200)
                errors.Add(path, "too-long", "has a member whose name is longer than 200 characters.");
            else
                Inspect(member.Value, Join(path, member.Name), errors);
        }
    }

    internal static string Join(string path, string member) => path.Length == 0 ? member : $"{path}.{member}";
}
