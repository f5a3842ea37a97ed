using System.Text;

namespace FlowBuilder.E2E.Rig;

/// <summary>Sequence documents for stories.</summary>
internal static class Drawings
{
    /// <summary>Begun by hand: a tag, a day's wait, another tag.</summary>
    public static byte[] Welcome(string title = "Welcome", bool review = false) => Encoding.UTF8.GetBytes($$"""
        { "format": "flowbuilder.sequence/1", "title": "{{title}}", "description": "Greets whoever is new.", "settings": { "reviewBeforeExecution": {{(review ? "true" : "false")}} },
          "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "manual" } }, { "id": "a", "kind": "action", "step": { "type": "add-tag", "tag": "greeted" } },
                     { "id": "w", "kind": "wait", "step": { "type": "wait-for", "duration": "P1D" } }, { "id": "b", "kind": "action", "step": { "type": "add-tag", "tag": "settled in" } } ],
          "edges": [ { "from": "t", "to": "a" }, { "from": "a", "to": "w" }, { "from": "w", "to": "b" } ] }
        """);
}
