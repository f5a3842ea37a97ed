using System.Globalization;
using System.Text.Json;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Graph;

/// <summary>The <c>settings</c> member of documents and stored plans.</summary>
internal static class SettingsJson
{
    private static readonly SequenceSettings Default = new();

    private static readonly string[] Members =
        [
            "reviewBeforeExecution", "reEntry", "labels", "maxPasses", "armMemory", "reviewExpiresAfter", "review", "pastDue",
            "skipOutsideHours", "allowedHours", "owner"
        ];

    public static SequenceSettings Read(JsonElement element, string path, StepJson json, FieldErrors errors)
    {
        if (ObjectReader.Of(element, path, errors) is not { } reader) return Default;
        reader.RefuseOthers(Members);
        return new SequenceSettings
        {
            ReviewBeforeExecution = reader.Flag("reviewBeforeExecution", Default.ReviewBeforeExecution),
            ReEntry = reader.TryGet("reEntry", out var reEntry)
                ? ReEntryJson.Read(reEntry, reader.Field("reEntry"), Default.ReEntry, json, errors)
                : Default.ReEntry,
            Labels = [.. Labels(reader, errors)],
            MaxPasses = reader.Whole("maxPasses", Default.MaxPasses),
            ArmMemory = reader.Value<Duration>("armMemory", json) ?? Default.ArmMemory,
            ReviewExpiresAfter = reader.Value<Duration>("reviewExpiresAfter", json),
            Review = reader.TryGet("review", out var review) ? ReviewPolicyJson.Read(review, reader.Field("review"), json, errors) : null,
            PastDue = reader.Value<LatePolicy>("pastDue", json),
            SkipOutsideHours = reader.Flag("skipOutsideHours", Default.SkipOutsideHours),
            AllowedHours = reader.TryGet("allowedHours", out var hours) ? Hours(hours, reader.Field("allowedHours"), json, errors) : null,
            Owner = reader.Text("owner", DocumentLimits.AnyName),
        };
    }

    /// <param name="writer">Where to.</param>
    /// <param name="settings">What.</param>
    /// <param name="full">Also what has its default value, labels apart: for stored plans.</param>
    public static void Write(Utf8JsonWriter writer, SequenceSettings settings, bool full = false)
    {
        writer.WriteStartObject();
        if (full || settings.ReviewBeforeExecution) writer.WriteBoolean("reviewBeforeExecution", settings.ReviewBeforeExecution);
        if (full || settings.ReEntry != Default.ReEntry)
        {
            writer.WritePropertyName("reEntry");
            ReEntryJson.Write(writer, settings.ReEntry);
        }

        if (!settings.Labels.IsDefaultOrEmpty)
        {
            writer.WriteStartArray("labels");
            foreach (var label in settings.Labels) writer.WriteStringValue(label);
            writer.WriteEndArray();
        }

        if (full || settings.MaxPasses != Default.MaxPasses) writer.WriteNumber("maxPasses", settings.MaxPasses);
        if (full || settings.ArmMemory != Default.ArmMemory) writer.WriteString("armMemory", settings.ArmMemory.ToString());
        if (settings.ReviewExpiresAfter is { } expires) writer.WriteString("reviewExpiresAfter", expires.ToString());
        if (settings.Review is { } review)
        {
            writer.WritePropertyName("review");
            ReviewPolicyJson.Write(writer, review);
        }

        if (settings.PastDue is { } late)
        {
            writer.WritePropertyName("pastDue");
            JsonSerializer.Serialize(writer, late);
        }

        if (full || settings.SkipOutsideHours) writer.WriteBoolean("skipOutsideHours", settings.SkipOutsideHours);
        if (settings.AllowedHours is { } hours)
        {
            writer.WriteStartObject("allowedHours");
            writer.WriteString("from", Written(hours.From));
            writer.WriteString("to", Written(hours.To));
            writer.WriteEndObject();
        }

        if (settings.Owner is { } owner) writer.WriteString("owner", owner);
        writer.WriteEndObject();
    }

    private static AllowedHours? Hours(JsonElement element, string path, StepJson json, FieldErrors errors)
    {
        if (ObjectReader.Of(element, path, errors) is not { } reader) return null;
        reader.RefuseOthers("from", "to");
        foreach (var end in (string[])["from", "to"])
            if (!reader.TryGet(end, out _)) errors.Add(reader.Field(end), "required", "is missing.");
        return reader.Value<TimeOnly>("from", json) is { } from && reader.Value<TimeOnly>("to", json) is { } to
            ? new AllowedHours(from, to)
            : null;
    }

    private static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Labels(ObjectReader reader, FieldErrors errors)
    {
        var count = 0;
        foreach (var (item, path) in reader.List("labels"))
        {
            if (++count > DocumentLimits.Labels)
            {
                errors.Add(reader.Field("labels"), "too-long", $"can hold at most {DocumentLimits.Labels} labels.");
                yield break;
            }

            if (item.ValueKind != JsonValueKind.String) errors.WrongType(path, "a text");
            else if (item.GetString()!.Length > DocumentLimits.Label)
                errors.Add(path, "too-long", $"is longer than {DocumentLimits.Label} characters.");
            else yield return item.GetString()!;
        }
    }
}
