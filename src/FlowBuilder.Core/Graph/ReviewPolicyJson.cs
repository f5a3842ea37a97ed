using System.Text.Json;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Graph;

/// <summary>The <c>review</c> member: <c>{"expireAfter":"P3D","then":"escalate","remindBefore":"P1D"}</c>.</summary>
internal static class ReviewPolicyJson
{
    public static ReviewPolicy? Read(JsonElement element, string path, StepJson json, FieldErrors errors)
    {
        if (ObjectReader.Of(element, path, errors) is not { } reader) return null;
        reader.RefuseOthers("expireAfter", "then", "remindBefore");
        if (!reader.TryGet("expireAfter", out _)) errors.Add(reader.Field("expireAfter"), "required", "is missing.");
        var then = reader.Text("then", 20) switch
        {
            null or "reject" => ReviewEnd.Reject,
            "escalate" => ReviewEnd.Escalate,
            _ => Unknown(reader, errors),
        };
        return reader.Value<Duration>("expireAfter", json) is { } after
            ? new ReviewPolicy(after, then, reader.Value<Duration>("remindBefore", json))
            : null;
    }

    public static void Write(Utf8JsonWriter writer, ReviewPolicy policy)
    {
        writer.WriteStartObject();
        writer.WriteString("expireAfter", policy.ExpireAfter.ToString());
        if (policy.Then == ReviewEnd.Escalate) writer.WriteString("then", "escalate");
        if (policy.RemindBefore is { } before) writer.WriteString("remindBefore", before.ToString());
        writer.WriteEndObject();
    }

    private static ReviewEnd Unknown(ObjectReader reader, FieldErrors errors)
    {
        errors.Add(reader.Field("then"), "invalid-value", "must be one of: reject, escalate.");
        return ReviewEnd.Reject;
    }
}
