using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Reviews;
using FlowBuilder.Storage.Model.Enrollments;

namespace FlowBuilder.Storage.Model;

/// <summary>The small JSON texts inside rows. Their shapes are stored: members are added, never renamed.</summary>
public static class StoredJson
{
    /// <summary>In <see cref="EnrollmentRow.StartingEvent"/>: the event stands in the history at the position of entry.</summary>
    public const string InHistory = "@";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic] private static JsonScratch? _scratch;

    /// <summary>The messages of a review as shown.</summary>
    public static ImmutableArray<PreviewedMessage> ReadPreviews(string json) =>
        JsonSerializer.Deserialize<ImmutableArray<PreviewedMessage>>(json, Options);

    public static string WritePreviews(ImmutableArray<PreviewedMessage> messages) =>
        messages.IsDefaultOrEmpty ? "[]" : JsonSerializer.Serialize(messages, Options);

    /// <summary>A list of texts; null is an empty one.</summary>
    public static ImmutableArray<string> ReadTexts(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<ImmutableArray<string>>(json, Options);

    public static string? WriteTexts(ImmutableArray<string> texts) =>
        texts.IsDefaultOrEmpty ? null : JsonSerializer.Serialize(texts, Options);

    /// <summary>A reviewer's own words; null is none.</summary>
    public static ImmutableArray<EditedMessage> ReadEdits(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<ImmutableArray<EditedMessage>>(json, Options);

    public static string? WriteEdits(ImmutableArray<EditedMessage> edits) =>
        edits.IsDefaultOrEmpty ? null : JsonSerializer.Serialize(edits, Options);

    internal static string? WriteCounts(ImmutableDictionary<int, int> counts) => counts.IsEmpty ? null
        : JsonSerializer.Serialize(
            counts.OrderBy(count => count.Key)
                .ToDictionary(count => count.Key.ToString(CultureInfo.InvariantCulture), count => count.Value),
            Options);

    internal static ImmutableDictionary<int, int> ReadCounts(string? json) => json is null ? ImmutableDictionary<int, int>.Empty
        : JsonSerializer.Deserialize<Dictionary<int, int>>(json, Options)!.ToImmutableDictionary();

    internal static string? WriteRevisions(ImmutableDictionary<string, int> revisions) => revisions.IsEmpty ? null
        : JsonSerializer.Serialize(new SortedDictionary<string, int>(revisions, StringComparer.Ordinal), Options);

    internal static ImmutableDictionary<string, int> ReadRevisions(string? json) => json is null ? ImmutableDictionary<string, int>.Empty
        : JsonSerializer.Deserialize<Dictionary<string, int>>(json, Options)!.ToImmutableDictionary();

    internal static string? WriteStamps(NameTable<FieldStamp> stamps)
    {
        if (stamps.Count == 0) return null;
        var scratch = JsonScratch.Take(ref _scratch, Relaxed);
        var writer = scratch.Begin();
        writer.WriteStartObject();
        foreach (var (name, stamp) in stamps.InOrder)
        {
            writer.WriteStartObject(name);
            writer.WriteString("s"u8, stamp.Source);
            writer.WriteNumber("t"u8, stamp.At.UtcTicks);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        return scratch.End(ref _scratch);
    }

    internal static NameTable<FieldStamp> ReadStamps(string? json) => json is null ? NameTable<FieldStamp>.Empty
        : NameTable.Of(JsonSerializer.Deserialize<Dictionary<string, Stamp>>(json, Options)!
            .Select(
                stamp => KeyValuePair.Create(stamp.Key, new FieldStamp(stamp.Value.S, new DateTimeOffset(stamp.Value.T, TimeSpan.Zero)))));

    /// <summary>Each time once, with the names of the properties that were told then.</summary>
    internal static string? WriteTimes(NameTable<DateTimeOffset> stamps) => stamps.Count == 0 ? null
        : JsonSerializer.Serialize(stamps.GroupBy(stamp => stamp.Value.UtcTicks).OrderBy(group => group.Key)
            .ToDictionary(group => group.Key.ToString(CultureInfo.InvariantCulture), group => group.Select(stamp => stamp.Key).ToArray()),
            Options);

    internal static NameTable<DateTimeOffset> ReadTimes(string? json) => json is null ? NameTable<DateTimeOffset>.Empty
        : NameTable.Of(JsonSerializer.Deserialize<Dictionary<string, string[]>>(json, Options)!
            .SelectMany(
                told => told.Value,
                (told, name) =>
                    KeyValuePair.Create(name, new DateTimeOffset(long.Parse(told.Key, CultureInfo.InvariantCulture), TimeSpan.Zero))));

    internal static string? WriteStart(StartingEvent? started) => started is null ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"n\":{JsonSerializer.Serialize(started.Name, Options)},\"t\":{started.At.UtcTicks},\"p\":{started.Properties.ToJson()}}}");

    internal static StartingEvent ReadStart(string json)
    {
        using var document = JsonDocument.Parse(json);
        var start = document.RootElement;
        return new StartingEvent(
            start.GetProperty("n").GetString()!, new DateTimeOffset(start.GetProperty("t").GetInt64(), TimeSpan.Zero),
            Properties.Of(start.GetProperty("p").Clone()));
    }

    private sealed record Stamp(string S, long T);
}
