using System.Text.Json;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Web.Api.Tracking;

/// <summary>Reads the members of one call, each with its own idea of a right type. JSON null,
/// blanks and what programs send for nothing count as missing.</summary>
internal sealed class CallMembers(JsonElement call, FaultList faults)
{
    private const int EarliestYear = 1900;

    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);

    /// <summary>Whether a fault was noted for a member already, so that it is not also called missing.</summary>
    public bool IsFaulty(string member) => _faulty.Contains(member);

    /// <summary>Whether a member holds something that is no id (a placeholder such as <c>undefined</c>), which counts as missing.</summary>
    public string? Placeholder(string member) =>
        Get(member) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value
            && !EmptyValues.IsBlank(value)
            && IdText.Of(value) is null
            ? Values.AsText(value)
            : null;

    /// <summary>An id in its normal form (<see cref="IdText"/>): text, or a number taken as text.
    /// Blanks and placeholders count as missing.</summary>
    public string? Id(string member)
    {
        if (Get(member) is not { } value) return null;
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
            return Fault<string>(member, "wrong-type", "must be text (or a number).");
        if (IdText.Of(value) is not { } id) return null;
        if (id.Length > TrackingLimits.Id) return Fault<string>(member, "too-long", $"can have at most {TrackingLimits.Id} characters.");
        return id.AsSpan().ContainsAnyInRange('\0', '\x1f')
            ? Fault<string>(member, "control-character", "must not contain line breaks or control characters.")
            : id;
    }

    /// <summary>A time in any spelling that <see cref="DateText"/> reads, without an offset in UTC.
    /// The zero times of programming languages count as missing.</summary>
    public DateTimeOffset? Moment(string member, DayOrder order)
    {
        if (Get(member) is not { } value || EmptyValues.IsNoTime(value)) return null;
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
            return Fault<DateTimeOffset?>(member, "wrong-type", "must be a time as text, such as 2026-04-01T09:30:00Z.");
        return Values.AsMoment(value, new ReadingRules(TimeZoneInfo.Utc, order)) is { Year: >= EarliestYear } moment ? moment
            : Fault<DateTimeOffset?>(member, "invalid-date", "is not a time; send it like 2026-04-01T09:30:00Z.");
    }

    /// <summary>An object as properties; empty when missing, blank, or PHP's empty list.</summary>
    public Properties Object(string member) => ObjectIn(Get(member), member);

    /// <summary>An object inside <c>context</c>.</summary>
    public Properties InContext(string member) =>
        Get("context") is { ValueKind: JsonValueKind.Object } context && context.TryGetProperty(member, out var value)
            ? ObjectIn(value, $"context.{member}")
            : Properties.Empty;

    private Properties ObjectIn(JsonElement? value, string member) => value switch
    {
        null => Properties.Empty,
        { ValueKind: JsonValueKind.Object } told => Properties.Of(told.Clone()),
        { } empty when EmptyValues.IsBlank(empty) || EmptyValues.IsEmptyList(empty) => Properties.Empty,
        _ => Fault<Properties>(member, "wrong-type", "must be an object.") ?? Properties.Empty,
    };

    public string? Text(string member) => Get(member) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        _ => Fault<string>(member, "wrong-type", "must be text."),
    };

    /// <summary>The name of the event, line breaks turned into spaces.</summary>
    public string EventName()
    {
        var name = NameText.Of(Text("event"));
        if (name.Length == 0 && !IsFaulty("event")) Fault<string>("event", "required", "a track call needs the name of what happened.");
        if (name.Length > TrackingLimits.Name) Fault<string>("event", "too-long", $"can have at most {TrackingLimits.Name} characters.");
        return name;
    }

    /// <summary><c>context.import: true</c>.</summary>
    public bool IsImport()
    {
        if (Get("context") is not { } context || EmptyValues.IsBlank(context) || EmptyValues.IsEmptyList(context)) return false;
        if (context.ValueKind != JsonValueKind.Object) return Fault<bool>("context", "wrong-type", "must be an object.");
        if (!context.TryGetProperty("import", out var import) || import.ValueKind is JsonValueKind.Null or JsonValueKind.False)
            return false;
        return import.ValueKind == JsonValueKind.True || Fault<bool>("context.import", "wrong-type", "must be true or false.");
    }

    /// <summary><c>context.optIn</c>: true, where it was said as text, or <c>{source, at}</c>; null
    /// when it is not there or false.</summary>
    public OptIn? OptIn()
    {
        if (Get("context") is not { ValueKind: JsonValueKind.Object } context || !context.TryGetProperty("optIn", out var word))
            return null;
        switch (word.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.False:
                return null;
            case JsonValueKind.True:
                return new OptIn(null, null);
            case JsonValueKind.String:
                return new OptIn(word.GetString(), null);
            case JsonValueKind.Object:
                var said = Properties.Of(word.Clone());
                DateTimeOffset? at = null;
                if (said.Get("at") is { } told && (at = Values.AsMoment(told, new ReadingRules(TimeZoneInfo.Utc, default))) is null)
                    return Fault<OptIn>("context.optIn.at", "invalid-date", "is not a time; send it like 2026-04-01T09:30:00Z.");
                return said.Get("source") is { ValueKind: not JsonValueKind.String }
                    ? Fault<OptIn>("context.optIn.source", "wrong-type", "must be text.")
                    : new OptIn(said.Text("source"), at);
            default:
                return Fault<OptIn>("context.optIn", "wrong-type", "must be true, or an object with source and at.");
        }
    }

    private JsonElement? Get(string member) =>
        call.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private T? Fault<T>(string member, string code, string message)
    {
        _faulty.Add(member);
        faults.Add(member, code, message);
        return default;
    }
}
