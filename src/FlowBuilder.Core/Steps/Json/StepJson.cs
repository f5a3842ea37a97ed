using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Steps.Json;

/// <summary>
/// Steps as JSON: <c>{ "type": "add-tag", "tag": "x" }</c>, discriminator first, settings camelCase in declaration order.
/// Reading takes nothing it does not know: unknown members, wrong types, other spellings of a choice are errors with their field.
/// A missing or null setting is a setting not filled in yet, which is for the compiler to say.
/// </summary>
public sealed class StepJson
{
    /// <summary>How all our own documents are written.</summary>
    public static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), MaxDepth = 4_000
    };

    private readonly ConcurrentDictionary<Type, Dictionary<StepSetting, string>> _defaults = new();
    private readonly JsonSerializerOptions _options;

    /// <summary>For the steps of a catalogue.</summary>
    public StepJson(StepCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        Catalog = catalog;
        _options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = 4_000,
            Encoder = WriterOptions.Encoder,
            Converters = { new ConditionJson(this), new StrictEnumJson(), new MomentJson(), new TimeOfDayJson(), new PropertiesJson() },
        };
        _options.MakeReadOnly(populateMissingResolver: true);
    }

    public StepCatalog Catalog { get; }

    /// <summary>Reads a step by its <c>type</c>; null, with errors noted, when it cannot be taken.</summary>
    public Step? Read(JsonElement element, string path, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (ObjectReader.Of(element, path, errors) is not { } reader || reader.Text("type", 60, required: true) is not { } id) return null;
        if (Catalog.Find(id) is { } type) return ReadSettings(type, reader, errors, "type");
        errors.Add(reader.Field("type"), "unknown-step", $"There is no step “{id}”.");
        return null;
    }

    /// <summary>Reads a condition or, by its <c>all</c>, <c>any</c> or <c>none</c>, a group of
    /// them; null, with errors noted, when it cannot be taken.</summary>
    public Condition? ReadCondition(JsonElement element, string path, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("type", out _)) return ReadGroup(element, path, errors);
        var step = Read(element, path, errors);
        if (step is null or Condition) return step as Condition;
        errors.Add(JsonText.Join(path, "type"), "wrong-step", $"“{Catalog.Of(step).Title}” is not a condition.");
        return null;
    }

    /// <summary>Reads a group of conditions; null, with errors noted, when it cannot be taken.</summary>
    public ConditionGroup? ReadGroup(JsonElement element, string path, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (ObjectReader.Of(element, path, errors) is not { } reader) return null;
        var before = errors.Count;
        var names = element.EnumerateObject().Select(member => member.Name).ToArray();
        if (names is not ["all" or "any" or "none"])
        {
            errors.Add(path, "invalid-value", "must have exactly one of all, any, none.");
            return null;
        }

        if (!reader.TryGet(names[0], out _)) errors.WrongType(reader.Field(names[0]), "a list");
        var members = reader.List(names[0]).Select(item => ReadCondition(item.Item, item.Path, errors)).ToArray();
        if (errors.Count > before || members.Contains(null)) return null;
        return new ConditionGroup
        {
            Combine = names[0] switch { "all" => Combination.All, "any" => Combination.Any, _ => Combination.None },
            Members = [.. members.OfType<Condition>()],
        };
    }

    /// <summary>Writes a step, or a condition group in its own form.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="step">What.</param>
    /// <param name="full">Also settings that have their default value: what is stored so must not change when a default does.</param>
    public void Write(Utf8JsonWriter writer, Step step, bool full = false)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (step is ConditionGroup group)
        {
            writer.WriteStartObject();
            writer.WriteStartArray(NameOf(group.Combine));
            foreach (var member in group.Members) Write(writer, member, full);
            writer.WriteEndArray();
            writer.WriteEndObject();
            return;
        }

        var type = Catalog.Of(step);
        writer.WriteStartObject();
        writer.WriteString("type", type.Id);
        WriteSettings(writer, type, step, full);
        writer.WriteEndObject();
    }

    /// <summary>The JSON text of a step.</summary>
    public string ToText(Step step, bool full = false)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WriterOptions)) Write(writer, step, full);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    internal static string NameOf(Combination combine) =>
        combine switch { Combination.All => "all", Combination.Any => "any", Combination.None => "none" };

    /// <summary>Reads the settings of a step from an object that also has the members <paramref name="beside"/>.</summary>
    internal Step? ReadSettings(StepType type, ObjectReader reader, FieldErrors errors, params string[] beside)
    {
        var before = errors.Count;
        var step = Activator.CreateInstance(type.Class)!;
        foreach (var setting in type.Settings)
        {
            if (!reader.TryGet(setting.JsonName, out var value))
            {
                if (setting.AllowsNull && reader.Has(setting.JsonName)) setting.Property.SetValue(step, null);
            }
            else if (TryRead(setting.Property.PropertyType, value, reader.Field(setting.JsonName), errors, out var read))
            {
                setting.Property.SetValue(step, read);
            }
        }

        reader.RefuseOthers([.. beside, .. type.Settings.Select(setting => setting.JsonName)]);
        return errors.Count == before ? (Step)step : null;
    }

    /// <summary>Writes the settings of a step as members of the object being written.</summary>
    internal void WriteSettings(Utf8JsonWriter writer, StepType type, Step step, bool full)
    {
        var defaults = _defaults.GetOrAdd(type.Class, _ =>
        {
            var fresh = Activator.CreateInstance(type.Class)!;
            return type.Settings.ToDictionary(setting => setting, setting => TextOf(setting, fresh));
        });
        foreach (var setting in type.Settings)
        {
            var value = setting.Property.GetValue(step);
            if (value is ConditionGroup or Condition)
            {
                writer.WritePropertyName(setting.JsonName);
                Write(writer, (Step)value, full);
                continue;
            }

            var text = TextOf(setting, step);
            if (!full && text == defaults[setting]) continue;
            writer.WritePropertyName(setting.JsonName);
            writer.WriteRawValue(text, skipInputValidation: true);
        }
    }

    internal bool TryRead(Type type, JsonElement element, string path, FieldErrors errors, out object? value)
    {
        var before = errors.Count;
        value = null;
        if (type == typeof(ConditionGroup)) value = ReadGroup(element, path, errors);
        else if (type == typeof(Condition)) value = ReadCondition(element, path, errors);
        else
        {
            try
            {
                value = element.Deserialize(type, _options);
            }
            catch (Exception wrong) when (wrong is JsonException or NotSupportedException or FormatException or InvalidOperationException
                or ArgumentException or OverflowException)
            {
                var inner = (wrong as JsonException)?.Path is { Length: > 1 } below ? below[1..] : "";
                if (wrong.Message.StartsWith("must be", StringComparison.Ordinal))
                    errors.Add(path + inner, "invalid-value", wrong.Message + ".");
                else errors.WrongType(path + inner, inner.Length > 0 ? "in a different form, or is not recognized" : JsonPhrases.Of(type));
            }
        }

        return errors.Count == before;
    }

    private string TextOf(StepSetting setting, object step) =>
        JsonSerializer.Serialize(setting.Property.GetValue(step), setting.Property.PropertyType, _options);
}
