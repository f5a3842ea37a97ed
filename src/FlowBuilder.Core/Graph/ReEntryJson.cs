using System.Text.Json;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Graph;

/// <summary>The <c>reEntry</c> member: <c>{"policy":"never"}</c>, <c>afterEnd</c> with
/// <c>atMostEvery</c>, <c>afterDays</c> with <c>days</c>, <c>always</c>, <c>restart</c>.</summary>
internal static class ReEntryJson
{
    public static ReEntry Read(JsonElement element, string path, ReEntry otherwise, StepJson json, FieldErrors errors)
    {
        if (ObjectReader.Of(element, path, errors) is not { } reader || reader.Text("policy", 20, required: true) is not { } policy)
            return otherwise;
        switch (policy)
        {
            case "never":
                reader.RefuseOthers("policy");
                return new ReEntry.Never();
            case "afterEnd":
                reader.RefuseOthers("policy", "atMostEvery");
                return new ReEntry.AfterEnd(reader.Value<Duration>("atMostEvery", json));
            case "afterDays":
                reader.RefuseOthers("policy", "days");
                if (!reader.TryGet("days", out _)) errors.Add(reader.Field("days"), "required", "is missing.");
                return new ReEntry.AfterDays(reader.Whole("days", 0));
            case "always":
                reader.RefuseOthers("policy");
                return new ReEntry.Always();
            case "restart":
                reader.RefuseOthers("policy");
                return new ReEntry.Restart();
            default:
                errors.Add(reader.Field("policy"), "invalid-value", "must be one of: never, afterEnd, afterDays, always, restart.");
                return otherwise;
        }
    }

    public static void Write(Utf8JsonWriter writer, ReEntry reEntry)
    {
        writer.WriteStartObject();
        switch (reEntry)
        {
            case ReEntry.Never:
                writer.WriteString("policy", "never");
                break;
            case ReEntry.AfterEnd after:
                writer.WriteString("policy", "afterEnd");
                if (after.AtMostEvery is { } every) writer.WriteString("atMostEvery", every.ToString());
                break;
            case ReEntry.AfterDays after:
                writer.WriteString("policy", "afterDays");
                writer.WriteNumber("days", after.Days);
                break;
            case ReEntry.Restart:
                writer.WriteString("policy", "restart");
                break;
            default:
                writer.WriteString("policy", "always");
                break;
        }

        writer.WriteEndObject();
    }
}
