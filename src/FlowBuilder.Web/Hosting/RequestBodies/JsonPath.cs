using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FlowBuilder.Web.Hosting.RequestBodies;

/// <summary>Where a reader stands, as <c>batch[3].properties.total</c>. Follows the reader token by token.</summary>
internal sealed class JsonPath
{
    private const int ShownLevels = 8;
    private readonly List<Level> _levels = [];

    /// <summary>Whether the property name just read stood in this object already.</summary>
    public bool NamedTwice { get; private set; }

    /// <summary>The path; <c>$</c> at the top. Very deep ones are cut.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var level in _levels.Take(ShownLevels))
                if (level.Names is null)
                {
                    if (level.Index >= 0) text.Append(CultureInfo.InvariantCulture, $"[{level.Index}]");
                }
                else if (level.Name is { } name)
                {
                    if (text.Length > 0) text.Append('.');
                    text.Append(name.Length <= 60 ? name : string.Concat(name.AsSpan(0, 60), "…"));
                }

            if (_levels.Count > ShownLevels) text.Append('…');
            return text.Length == 0 ? "$" : text.ToString();
        }
    }

    /// <summary>Takes in the token the reader has just read.</summary>
    public void Move(ref Utf8JsonReader reader)
    {
        NamedTwice = false;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                var top = _levels[^1];
                top.Name = Readable(ref reader);
                NamedTwice = !top.Names!.Add(top.Name);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _levels.RemoveAt(_levels.Count - 1);
                break;
            default:
                if (_levels.Count > 0 && _levels[^1].Names is null) _levels[^1].Index++;
                if (reader.TokenType == JsonTokenType.StartObject)
                    _levels.Add(new Level { Names = new HashSet<string>(StringComparer.Ordinal) });
                if (reader.TokenType == JsonTokenType.StartArray) _levels.Add(new Level());
                break;
        }
    }

    private static string Readable(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped && StrictJson.BreaksText(reader.ValueSpan)
            ? Encoding.UTF8.GetString(reader.ValueSpan)
            : reader.ValueIsEscaped
            ? reader.GetString()!
            : Encoding.UTF8.GetString(reader.ValueSpan);

    private sealed class Level
    {
        public HashSet<string>? Names { get; init; }

        public string? Name { get; set; }

        public int Index { get; set; } = -1;
    }
}
