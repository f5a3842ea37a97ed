namespace FlowBuilder.Web.Tests.Support;

/// <summary>Sequence documents for tests.</summary>
internal static class Documents
{
    /// <summary>The follow-up of contract.md section 3, with a stop.</summary>
    public static string FollowUp(string title = "Estimate follow-up", bool review = false) => $$"""
        { "format": "flowbuilder.sequence/1", "title": "{{title}}", "description": "Nudges until the estimate is answered.",
          "settings": { "reviewBeforeExecution": {{(review ? "true" : "false")}}, "reEntry": { "policy": "afterEnd" }, "labels": ["sales"] },
          "nodes": [
            { "id": "t", "kind": "trigger", "step": { "type": "estimate-sent" }, "at": [0, 0] },
            { "id": "and", "kind": "and", "when": { "none": [ { "type": "has-tag", "tag": "do-not-nudge" } ] }, "at": [0, 120] },
            { "id": "tag", "kind": "action", "step": { "type": "add-tag", "tag": "nudging" }, "at": [0, 240] },
            { "id": "todo", "kind": "action", "step": { "type": "create-todo", "title": "Call about the estimate", "assignee": "owner" }, "at": [0, 300] },
            { "id": "w", "kind": "wait", "step": { "type": "wait-for", "duration": "P2D" }, "at": [0, 360] },
            { "id": "mail", "kind": "action", "step": { "type": "email-customer", "template": "estimate-reminder" }, "at": [0, 480] },
            { "id": "stop", "kind": "stopWhen", "when": { "any": [ { "type": "event-happened", "event": "Estimate Accepted", "since": "enrollment", "record": "same" } ] }, "at": [300, 0] },
            { "id": "untag", "kind": "stopAction", "step": { "type": "remove-tag", "tag": "nudging" }, "at": [300, 120] } ],
          "edges": [ { "from": "t", "to": "and" }, { "from": "and", "to": "tag" }, { "from": "tag", "to": "todo" }, { "from": "todo", "to": "w" }, { "from": "w", "to": "mail" }, { "from": "stop", "to": "untag" } ] }
        """;

    /// <summary>Entered by hand; adds a tag.</summary>
    public const string ByHand = """
        { "format": "flowbuilder.sequence/1", "title": "By hand",
          "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "manual" } }, { "id": "a", "kind": "action", "step": { "type": "add-tag", "tag": "welcome" } },
                     { "id": "w", "kind": "wait", "step": { "type": "wait-for", "duration": "P1D" } } ],
          "edges": [ { "from": "t", "to": "a" }, { "from": "a", "to": "w" } ] }
        """;

    /// <summary>The same with a tag nobody else's adds: a drawing of its own.</summary>
    public static string OwnByHand() => ByHand.Replace("welcome", $"welcome-{Guid.NewGuid():N}", StringComparison.Ordinal);

    public const string Reminder =
        """{ "name": "Estimate reminder", "channel": "email", "subject": "Your estimate, {{ customer.first_name }}", "html": "<p>Hello {{ customer.first_name }}, total {{ record.total }}</p>" }""";
}
