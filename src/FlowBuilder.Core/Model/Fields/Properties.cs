using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using CommunityToolkit.HighPerformance.Buffers;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Model.Fields;

/// <summary>
/// An immutable JSON object: fields of a customer, properties of a record or event. Member names are exact; a path such as
/// <c>address.city</c> reaches into objects when no member has that whole name.
/// </summary>
public sealed class Properties : IEquatable<Properties>
{
    [ThreadStatic] private static JsonScratch? _scratch;

    private readonly NameTable<JsonElement> _members;

    private Properties(NameTable<JsonElement> members) => _members = members;

    /// <summary>No members.</summary>
    public static Properties Empty { get; } = new(NameTable<JsonElement>.Empty);

    /// <summary>The members, in ordinal order of their names.</summary>
    public IReadOnlyDictionary<string, JsonElement> Members => _members;

    /// <summary>The members, in ordinal order of their names.</summary>
    internal ReadOnlySpan<KeyValuePair<string, JsonElement>> InOrder => _members.InOrder;

    /// <summary>The members as the table they are.</summary>
    internal NameTable<JsonElement> Named => _members;

    public bool IsEmpty => _members.Count == 0;

    /// <summary>What somebody has worked out from these members, which never change; only whoever left it here knows what it is.</summary>
    internal object? Memo { get; set; }

    /// <summary>Over a table of members.</summary>
    internal static Properties Over(NameTable<JsonElement> members) => members.Count == 0 ? Empty : new(members);

    /// <summary>Reads a JSON object.</summary>
    /// <exception cref="JsonException">The text is not a JSON object.</exception>
    public static Properties Parse(string? json)
    {
        if (string.IsNullOrEmpty(json) || json == "{}") return Empty;
        return Of(JsonElement.Parse(json));
    }

    /// <summary>Takes over a JSON object, which must outlive its document (<see cref="JsonElement.Clone"/>).</summary>
    public static Properties Of(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) throw new JsonException("must be a JSON object");
        var members = new KeyValuePair<string, JsonElement>[element.GetPropertyCount()];
        if (members.Length == 0) return Empty;
        var count = 0;
        foreach (var member in element.EnumerateObject()) members[count++] = new(NameOf(member), member.Value);
        return new(NameTable<JsonElement>.Of(members));
    }

    /// <summary>A single-member object.</summary>
    /// <inheritdoc cref="With(string, object?)" path="/param" />
    public static Properties Of(string name, object? value) => Of((name, value));

    /// <summary>An object of these members, each of a value as <see cref="With(string, object?)"/>
    /// takes it. One text holds them all.</summary>
    public static Properties Of(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var scratch = JsonScratch.Take(ref _scratch);
        var writer = scratch.Begin();
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
        return Of(scratch.EndElement(ref _scratch));
    }

    /// <summary>The value at a member name or dotted path; null when missing or JSON null.</summary>
    public JsonElement? Get(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Get(_members, path);
    }

    /// <inheritdoc cref="Get(string)"/>
    internal static JsonElement? Get(INamed<JsonElement> members, string path)
    {
        if (members.TryGetValue(path, out var direct)) return direct.ValueKind == JsonValueKind.Null ? null : direct;
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || !members.TryGetValue(path[..dot], out var current)) return null;
        foreach (var part in path[(dot + 1)..].Split('.'))
            if (current.ValueKind != JsonValueKind.Object || !current.TryGetProperty(part, out current)) return null;
        return current.ValueKind == JsonValueKind.Null ? null : current;
    }

    /// <summary>The value as text: strings as they are, numbers and booleans in JSON's spelling;
    /// null when missing, an object or a list.</summary>
    public string? Text(string path) => Get(path) is { } value ? ValueText.Exactly(value) : null;

    /// <summary>The value as a number; numeric strings count.</summary>
    public decimal? Number(string path) => Values.AsNumber(Get(path));

    /// <summary>The value as a boolean.</summary>
    public bool? Flag(string path) => Get(path) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => null,
    };

    /// <summary>The same with one member set. <paramref name="value"/> may be null, text, number,
    /// boolean, <see cref="JsonElement"/> or anything JSON can write.</summary>
    public Properties With(string name, object? value) =>
        new(_members.With(name, value is JsonElement element ? element : ElementOf(value)));

    /// <summary>The same without a member.</summary>
    public Properties Without(string name) => new(_members.Without(name));

    /// <summary>The same with every member of <paramref name="newer"/> set.</summary>
    public Properties Merge(Properties newer)
    {
        ArgumentNullException.ThrowIfNull(newer);
        return newer.IsEmpty ? this : IsEmpty ? newer : new(_members.With(newer._members));
    }

    /// <summary>JSON text with members in ordinal order, so that equal objects have equal text. Written anew each time: it
    /// is asked for when a row is written, and would stand beside the members for as long as they are in memory.</summary>
    public string ToJson()
    {
        if (IsEmpty) return "{}";
        var scratch = JsonScratch.Take(ref _scratch);
        var writer = scratch.Begin();
        writer.WriteStartObject();
        foreach (var (name, value) in _members.InOrder)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
        return scratch.End(ref _scratch);
    }

    public bool Equals(Properties? other) => other is not null && (ReferenceEquals(this, other)
        || (_members.Count == other._members.Count
            && _members.All(
                member => other._members.TryGetValue(member.Key, out var value) && JsonElement.DeepEquals(member.Value, value))));

    public override bool Equals(object? obj) => Equals(obj as Properties);

    public override int GetHashCode() => _members.Count;

    public override string ToString() => ToJson();

    /// <summary>Names come again with every event: each is kept once.</summary>
    private static string NameOf(JsonProperty member)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(member);
        return raw.Contains((byte)'\\') ? member.Name : StringPool.Shared.GetOrAdd(raw, Encoding.UTF8);
    }

    private static JsonElement ElementOf(object? value)
    {
        var scratch = JsonScratch.Take(ref _scratch);
        Write(scratch.Begin(), value);
        return scratch.EndElement(ref _scratch);
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case JsonElement element: element.WriteTo(writer); break;
            default: JsonSerializer.Serialize(writer, value, value.GetType()); break;
        }
    }
}
