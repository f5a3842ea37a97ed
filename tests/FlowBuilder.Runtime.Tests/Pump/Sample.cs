using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Testing.Engine;

namespace FlowBuilder.Runtime.Tests.Pump;

/// <summary>A small estimate follow-up and what is needed to run it.</summary>
internal static class Sample
{
    public const string FollowUp = """
        { "format": "flowbuilder.sequence/1", "title": "Estimate follow-up", "description": "", "settings": { "reEntry": { "policy": "always" } },
          "nodes": [
            { "id": "t", "kind": "trigger", "step": { "type": "estimate-sent" }, "at": [0, 0] },
            { "id": "tag", "kind": "action", "step": { "type": "add-tag", "tag": "nudging" }, "at": [0, 100] },
            { "id": "w", "kind": "wait", "step": { "type": "wait-for", "duration": "P2D" }, "at": [0, 200] },
            { "id": "mail", "kind": "action", "step": { "type": "email-customer", "template": "reminder" }, "at": [0, 300] },
            { "id": "stop", "kind": "stopWhen", "when": { "any": [ { "type": "event-happened", "event": "Estimate Accepted", "since": "enrollment", "record": "same" } ] }, "at": [300, 0] },
            { "id": "untag", "kind": "stopAction", "step": { "type": "remove-tag", "tag": "nudging" }, "at": [300, 100] } ],
          "edges": [ { "from": "t", "to": "tag" }, { "from": "tag", "to": "w" }, { "from": "w", "to": "mail" }, { "from": "stop", "to": "untag" } ] }
        """;

    public static async Task<EngineHost> StartAsync(RecordingChannel email, string? folder = null)
    {
        var host = await EngineHost.StartAsync([email], folder);
        await using var context = host.Context();
        if (context.Templates.Any()) return host;
        await host.AddTemplateAsync(
            "reminder", Channel.Email, "Your estimate", "<p>Hello {{ customer.first_name }}</p>", "Hello {{ customer.first_name }}");
        await host.PublishAsync(FollowUp);
        return host;
    }

    /// <summary>A known customer to whom an estimate was sent.</summary>
    public static Task SendEstimateAsync(EngineHost host, string customer, string estimate) => host.HappenAsync(
        host.Identify(customer, $$"""{"email":"{{customer}}@example.com","first_name":"Ann"}"""),
        host.Event(
            "Estimate Sent", customer, $$"""{"estimate_id":"{{estimate}}","total":540}""",
            new Core.Model.Ids.RecordKey("estimate", estimate)));

    public static Core.Model.Ids.RecordKey Estimate(string id) => new("estimate", id);
}
