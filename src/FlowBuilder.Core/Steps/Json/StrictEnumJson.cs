using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowBuilder.Core.Steps.Json;

/// <summary>Choices travel by their exact names: no numbers, no other case.</summary>
internal sealed class StrictEnumJson : JsonConverterFactory
{
    /// <summary>The JSON names of a choice, in declaration order.</summary>
    public static IReadOnlyList<string> NamesOf(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(field => field.MetadataToken).Select(NameOf)];

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private static string NameOf(FieldInfo field) =>
        field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(field.Name);

    private sealed class Of<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private readonly Dictionary<string, T> _byName = typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(NameOf, field => (T)field.GetValue(null)!, StringComparer.Ordinal);

        private readonly Dictionary<T, string> _names;

        public Of() => _names = _byName.DistinctBy(pair => pair.Value).ToDictionary(pair => pair.Value, pair => pair.Key);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && _byName.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new JsonException($"must be one of: {string.Join(", ", _byName.Keys)}");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(
                _names.TryGetValue(value, out var name) ? name : throw new JsonException($"{value} is no {typeof(T).Name}"));
    }
}
