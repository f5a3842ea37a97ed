using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Steps;

namespace FlowBuilder.Core.Tests.Support;

/// <summary>Drawings for tests, written as short as can be.</summary>
internal static class Drawn
{
    public static readonly StepJson Steps = new(Catalogue.Steps);

    public static readonly SequenceDocumentJson Json = new(Steps);

    public static readonly PlanCompiler Compiler = new(Steps);

    public static readonly PlanJson Plans = new(Steps);

    /// <summary>The example of contract.md section 3.</summary>
    public const string Example = """
        { "format": "flowbuilder.sequence/1",
          "title": "Estimate follow-up", "description": "Nudges until the estimate is answered.",
          "settings": { "reviewBeforeExecution": false, "reEntry": { "policy": "afterEnd", "atMostEvery": "P1D" }, "labels": ["sales"] },
          "nodes": [
            { "id": "t", "kind": "trigger", "step": { "type": "estimate-sent" }, "at": [0, 0] },
            { "id": "and", "kind": "and", "when": { "none": [ { "type": "has-tag", "tag": "do-not-nudge" } ] }, "at": [0, 120] },
            { "id": "tag", "kind": "action", "step": { "type": "add-tag", "tag": "nudging" }, "at": [0, 240] },
            { "id": "w", "kind": "wait", "step": { "type": "wait-for", "duration": "P2D" }, "at": [0, 360] },
            { "id": "mail", "kind": "action", "step": { "type": "email-customer", "template": "estimate-reminder" }, "at": [0, 480] },
            { "id": "stop", "kind": "stopWhen", "when": { "any": [ { "type": "event-happened", "event": "Estimate Accepted", "since": "enrollment", "record": "same" },
                                                                   { "type": "event-happened", "event": "Estimate Declined", "since": "enrollment", "record": "same" } ] }, "at": [300, 0] },
            { "id": "untag", "kind": "stopAction", "step": { "type": "remove-tag", "tag": "nudging" }, "at": [300, 120] } ],
          "edges": [ { "from": "t", "to": "and" }, { "from": "and", "to": "tag" }, { "from": "tag", "to": "w" }, { "from": "w", "to": "mail" }, { "from": "stop", "to": "untag" } ] }
        """;

    /// <summary>A drawing from lines such as <c>t trigger estimate-sent</c>, <c>a action add-tag
    /// tag=x</c>, <c>w wait wait-for duration=P2D</c>,
    /// <c>and and {"all":[...]}</c>, <c>i if {"all":[...]}</c>, and edges <c>t>a i:yes>b</c>.</summary>
    public static SequenceDocument Of(string nodes, string edges, string settings = "{}") => Read(Text(nodes, edges, settings));

    public static string Text(string nodes, string edges, string settings = "{}")
    {
        var drawn = nodes.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Node);
        var joined = edges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Edge);
        return
            $$"""{"format":"flowbuilder.sequence/1","title":"Test","settings":{{settings}},"nodes":[{{string.Join(',', drawn)}}],"edges":[{{string.Join(',', joined)}}]}""";
    }

    public static SequenceDocument Read(string json)
    {
        var reading = Json.Read(json);
        return reading.Document ?? throw new InvalidOperationException(string.Join('\n', reading.Errors));
    }

    private static string Node(string line)
    {
        var words = line.Split(' ', 3);
        var (id, kind, rest) = (words[0], words[1], words.Length > 2 ? words[2] : "");
        var settings = kind switch
        {
            "split" => $",\"ports\":{rest}",
            "and" or "or" or "stopWhen" or "if" => rest.Length > 0 ? $",\"when\":{rest}" : "",
            "note" => "",
            _ => rest.Length > 0 ? $",\"step\":{Step(rest)}" : "",
        };
        return $$"""{"id":"{{id}}","kind":"{{kind}}"{{settings}}}""";
    }

    private static string Step(string words)
    {
        var parts = words.Split(' ');
        return
            $$"""{"type":"{{parts[0]}}"{{string.Concat(parts.Skip(1).Select(part => part.Split('=', 2)).Select(pair => pair[1] is ['{' or '[', ..] ? $",\"{pair[0]}\":{pair[1]}" : $",\"{pair[0]}\":\"{pair[1]}\""))}}}""";
    }

    private static string Edge(string text)
    {
        var (from, to) = (text.Split('>')[0], text.Split('>')[1]);
        return from.Split(':') is [var node, var port]
            ? $$"""{"from":"{{node}}","port":"{{port}}","to":"{{to}}"}"""
            : $$"""{"from":"{{from}}","to":"{{to}}"}""";
    }
}
