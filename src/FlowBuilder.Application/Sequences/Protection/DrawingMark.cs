using System.Text;
using System.Text.Json;

namespace FlowBuilder.Application.Sequences.Protection;

/// <summary>
/// What a drawing does, without what a copy may have otherwise: ids, places, titles, notes, settings. Each step counts once, and each
/// line as the two steps it joins. Two drawings are the same when they share nearly all of it.
/// </summary>
public sealed class DrawingMark
{
    /// <summary>Drawings with fewer steps are nobody's work.</summary>
    private const int LeastSteps = 2;

    /// <summary>A fragment pasted among other steps counts from so many steps and lines on: a
    /// trigger and its wait are in many drawings.</summary>
    private const int LeastPasted = 6;

    private readonly Dictionary<string, int> _parts = new(StringComparer.Ordinal);
    private readonly int _steps;

    private DrawingMark(JsonElement document, IReadOnlySet<string> namesNodes)
    {
        if (document.ValueKind != JsonValueKind.Object
            || !document.TryGetProperty("nodes", out var nodes)
            || !document.TryGetProperty("edges", out var edges))
            return;
        var drawn = nodes.EnumerateArray().Where(node => !node.GetProperty("kind").ValueEquals("note")).ToArray();
        var steps = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in drawn)
        {
            var words = Words(node, namesNodes);
            steps[node.GetProperty("id").GetString()!] = words;
            Count(words);
        }

        foreach (var edge in edges.EnumerateArray())
            if (steps.TryGetValue(edge.GetProperty("from").GetString()!, out var from)
                && steps.TryGetValue(edge.GetProperty("to").GetString()!, out var to))
                Count($"{from}\n{(edge.TryGetProperty("port", out var port) ? port.GetString() : null)}\n{to}");
        _steps = drawn.Length;
        Size = _parts.Values.Sum();
    }

    /// <summary>Steps and lines.</summary>
    private int Size { get; }

    /// <summary>Reads a stored draft or version.</summary>
    /// <param name="document">As JSON.</param>
    /// <param name="namesNodes">Members that hold the id of another step, whatever a copy calls it.</param>
    public static DrawingMark Of(string document, IReadOnlySet<string> namesNodes)
    {
        using var json = JsonDocument.Parse(document);
        return new DrawingMark(json.RootElement, namesNodes);
    }

    /// <summary>Whether a document is this drawing: nine tenths of it are there, and make up half of the document or more.</summary>
    public bool IsIn(DrawingMark other)
    {
        if (_steps < LeastSteps || Size > other.Size * 2) return false;
        var shared = _parts.Sum(part => Math.Min(part.Value, other._parts.GetValueOrDefault(part.Key)));
        return shared * 10 >= Size * 9 && shared * 2 >= other.Size;
    }

    /// <summary>The same for a document that had its own beginning.</summary>
    public bool IsPastedIn(DrawingMark other) => Size >= LeastPasted && IsIn(other);

    private void Count(string part) => _parts[part] = _parts.GetValueOrDefault(part) + 1;

    private static string Words(JsonElement node, IReadOnlySet<string> namesNodes)
    {
        var words = new StringBuilder();
        foreach (var member in node.EnumerateObject()
            .Where(member => member.Name is not ("id" or "at"))
            .OrderBy(member => member.Name, StringComparer.Ordinal))
            Write(words, member, namesNodes);
        return words.ToString();
    }

    private static void Write(StringBuilder words, JsonProperty member, IReadOnlySet<string> namesNodes)
    {
        words.Append(member.Name).Append(':');
        if (member.Value.ValueKind == JsonValueKind.String && namesNodes.Contains(member.Name)) words.Append("#;");
        else Write(words, member.Value, namesNodes);
    }

    private static void Write(StringBuilder words, JsonElement value, IReadOnlySet<string> namesNodes)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                words.Append('{');
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                    Write(words, member, namesNodes);
                words.Append('}');
                break;
            case JsonValueKind.Array:
                words.Append('[');
                foreach (var item in value.EnumerateArray()) Write(words, item, namesNodes);
                words.Append(']');
                break;
            default:
                words.Append(value.GetRawText()).Append(';');
                break;
        }
    }
}
