using System.Text.Json.Nodes;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Time;

namespace FlowBuilder.Core.Graph.Schema;

/// <summary>The schema of the settings of a whole sequence.</summary>
internal static class SettingsSchema
{
    public static JsonObject Settings() => SequenceSchema.Closed(
    [
        ("reviewBeforeExecution", Flag("No action runs for an enrollment until a person approves it. Default false.")),
        ("reEntry", SequenceSchema.Ref("reEntry")),
        ("labels", new JsonObject
        {
            ["type"] = "array", ["items"] = SequenceSchema.Text(DocumentLimits.Label, null), ["maxItems"] = DocumentLimits.Labels
        }),
        ("maxPasses", new JsonObject
        {
            ["type"] = "integer", ["description"] = "How many times a run can go around a loop, 1 to 1000. Default 10."
        }),
        ("armMemory", SettingSchema.Of(typeof(Duration))),
        ("reviewExpiresAfter", SettingSchema.Of(typeof(Duration))),
        ("review", Review()),
        ("pastDue", SettingSchema.Of(typeof(LatePolicy))),
        ("skipOutsideHours", Flag("A text outside the allowed hours is skipped instead of waiting for them. Default false.")),
        ("allowedHours", Hours()),
        ("owner", SequenceSchema.Text(DocumentLimits.AnyName, null)),
    ]);

    private static JsonObject Hours()
    {
        var hours = SequenceSchema.Closed(
            [("from", SettingSchema.Of(typeof(TimeOnly))), ("to", SettingSchema.Of(typeof(TimeOnly)))], ["from", "to"]);
        hours["description"] =
            "Hours, where the customer lives, when messages can go out: for emails instead of the company's, for texts within them.";
        return hours;
    }

    public static JsonObject ReEntry() => new()
    {
        ["oneOf"] = new JsonArray(
            Policy("never"),
            Policy("afterEnd", ("atMostEvery", SettingSchema.Of(typeof(Duration)))),
            Policy("afterDays", ("days", new JsonObject { ["type"] = "integer" })),
            Policy("always"),
            Policy("restart")),
    };

    private static JsonObject Review() => SequenceSchema.Closed(
    [
        ("expireAfter", SettingSchema.Of(typeof(Duration))),
        ("then", new JsonObject
        {
            ["enum"] = new JsonArray("reject", "escalate"),
            ["description"] = "What happens to a review that is not decided in that time. Default reject."
        }),
        ("remindBefore", SettingSchema.Of(typeof(Duration))),
    ], ["expireAfter"]);

    private static JsonObject Policy(string name, params (string, JsonNode)[] members) =>
        SequenceSchema.Closed(
            [("policy", new JsonObject { ["const"] = name }), .. members], name == "afterDays" ? ["policy", "days"] : ["policy"]);

    private static JsonObject Flag(string description) => new() { ["type"] = "boolean", ["description"] = description };
}
