using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Enrollments;
using FlowBuilder.Core.Reviews;

namespace FlowBuilder.Runtime.Storage.Model;

/// <summary>The small JSON texts inside rows. Their shapes are stored: members are added, never renamed.</summary>
public static class StoredJson
{
    /// <summary>In <see cref="EnrollmentRow.StartingEvent"/>: the event stands in the history at the position of entry.</summary>
    public const string InHistory = "@";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The messages of a review as shown.</summary>
    public static ImmutableArray<PreviewedMessage> ReadPreviews(string json) => JsonSerializer.Deserialize<ImmutableArray<PreviewedMessage>>(json, Options);

    public static string WritePreviews(ImmutableArray<PreviewedMessage> messages) => messages.IsDefaultOrEmpty ? "[]" : JsonSerializer.Serialize(messages, Options);

    /// <summary>A list of texts; null is an empty one.</summary>
    public static ImmutableArray<string> ReadTexts(string? json) => json is null ? [] : JsonSerializer.Deserialize<ImmutableArray<string>>(json, Options);

    public static string? WriteTexts(ImmutableArray<string> texts) => texts.IsDefaultOrEmpty ? null : JsonSerializer.Serialize(texts, Options);

    /// <summary>A reviewer's own words; null is none.</summary>
    public static ImmutableArray<EditedMessage> ReadEdits(string? json) => json is null ? [] : JsonSerializer.Deserialize<ImmutableArray<EditedMessage>>(json, Options);

    public static string? WriteEdits(ImmutableArray<EditedMessage> edits) => edits.IsDefaultOrEmpty ? null : JsonSerializer.Serialize(edits, Options);

    internal static string? WriteCounts(ImmutableDictionary<int, int> counts) => counts.IsEmpty ? null
        : JsonSerializer.Serialize(counts.OrderBy(count => count.Key).ToDictionary(count => count.Key.ToString(CultureInfo.InvariantCulture), count => count.Value), Options);

    internal static ImmutableDictionary<int, int> ReadCounts(string? json) => json is null ? ImmutableDictionary<int, int>.Empty
        : JsonSerializer.Deserialize<Dictionary<int, int>>(json, Options)!.ToImmutableDictionary();

    internal static string? WriteRevisions(ImmutableDictionary<string, int> revisions) => revisions.IsEmpty ? null
        : JsonSerializer.Serialize(new SortedDictionary<string, int>(revisions, StringComparer.Ordinal), Options);

    internal static ImmutableDictionary<string, int> ReadRevisions(string? json) => json is null ? ImmutableDictionary<string, int>.Empty
        : JsonSerializer.Deserialize<Dictionary<string, int>>(json, Options)!.ToImmutableDictionary();

    internal static string? WriteStamps(ImmutableDictionary<string, FieldStamp> stamps) => stamps.IsEmpty ? null
        : JsonSerializer.Serialize(stamps.OrderBy(stamp => stamp.Key, StringComparer.Ordinal).ToDictionary(stamp => stamp.Key, stamp => new Stamp(stamp.Value.Source, stamp.Value.At.UtcTicks)), Options);

    internal static ImmutableDictionary<string, FieldStamp> ReadStamps(string? json) => json is null ? ImmutableDictionary<string, FieldStamp>.Empty
        : JsonSerializer.Deserialize<Dictionary<string, Stamp>>(json, Options)!
            .ToImmutableDictionary(stamp => stamp.Key, stamp => new FieldStamp(stamp.Value.S, new DateTimeOffset(stamp.Value.T, TimeSpan.Zero)));

    /// <summary>Each time once, with the names of the properties that were told then.</summary>
    internal static string? WriteTimes(ImmutableDictionary<string, DateTimeOffset> stamps) => stamps.IsEmpty ? null
        : JsonSerializer.Serialize(stamps.GroupBy(stamp => stamp.Value.UtcTicks).OrderBy(group => group.Key)
            .ToDictionary(group => group.Key.ToString(CultureInfo.InvariantCulture), group => group.Select(stamp => stamp.Key).Order(StringComparer.Ordinal).ToArray()), Options);

    internal static ImmutableDictionary<string, DateTimeOffset> ReadTimes(string? json)
    {
        if (json is null) return ImmutableDictionary<string, DateTimeOffset>.Empty;
        var stamps = ImmutableDictionary.CreateBuilder<string, DateTimeOffset>();
        foreach (var (ticks, names) in JsonSerializer.Deserialize<Dictionary<string, string[]>>(json, Options)!)
            foreach (var name in names) stamps[name] = new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero);
        return stamps.ToImmutable();
    }

    internal static string? WriteStart(StartingEvent? started) => started is null ? null
        : $"{{\"n\":{JsonSerializer.Serialize(started.Name, Options)},\"t\":{started.At.UtcTicks.ToString(CultureInfo.InvariantCulture)},\"p\":{started.Properties.ToJson()}}}";

    internal static StartingEvent ReadStart(string json)
    {
        using var document = JsonDocument.Parse(json);
        var start = document.RootElement;
        return new StartingEvent(start.GetProperty("n").GetString()!, new DateTimeOffset(start.GetProperty("t").GetInt64(), TimeSpan.Zero), Properties.Of(start.GetProperty("p").Clone()));
    }

    private sealed record Stamp(string S, long T);
}
