using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Storage.Model.Engine;

/// <summary>An input that was set aside, as JSON, so that it can be taken again. A new kind of
/// input needs no line here; a test takes each there and back.</summary>
public static class StoredInput
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new PropertiesConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameMembers } },
    };

    /// <summary>The word for a kind of input, such as <c>stopByHand</c>.</summary>
    public static string KindOf(TurnInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Word(input.GetType());
    }

    /// <summary>Writes an input.</summary>
    public static string Write(TurnInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return JsonSerializer.Serialize(input.Parked is null ? input : input with { Parked = null, Audit = null }, Options);
    }

    /// <summary>Reads one; null when it is none, as in rows from before inputs were kept as JSON.</summary>
    public static TurnInput? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<TurnInput>(text, Options);
        }
        catch (Exception unread) when (unread is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Word(Type kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.Name);

    /// <summary>The closed sets name their members by their own names.</summary>
    private static void NameMembers(JsonTypeInfo type)
    {
        if (type.Type != typeof(TurnInput) && type.Type != typeof(ChannelAnswer)) return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "is" };
        foreach (var member in type.Type.GetNestedTypes())
            if (member.IsSubclassOf(type.Type)) type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(member, Word(member)));
    }

    private sealed class PropertiesConverter : JsonConverter<Properties>
    {
        public override Properties Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Properties.Of(JsonElement.ParseValue(ref reader));

        public override void Write(Utf8JsonWriter writer, Properties value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToJson());
    }
}
