using System.Globalization;
using System.Net;
using FlowBuilder.Web.Tests.Support;

namespace FlowBuilder.Web.Tests.Components.Runs;

/// <summary>A sequence of its own with two ways, an email, a wait and a stop, and one customer in it.</summary>
internal sealed record RunWorld(ApiHost Host, int Number, string Sequence, string Customer, long Run)
{
    private static int _numbers;

    /// <summary>A customer who stands on the wait, or, tagged before, has gone the short way to its end.</summary>
    public static async Task<RunWorld> MakeAsync(ApiHost host, string name = "Ann", string? tag = null)
    {
        var number = Interlocked.Increment(ref _numbers);
        var manager = host.Manager();
        (await manager.PutAsync(
            $"templates/run-{number}",
            """{"name":"Season letter","channel":"email","purpose":"transactional","subject":"The season, {{ customer.first_name }}","html":"<p>Hello {{ customer.first_name }}</p>"}"""))
                .Expect(
                HttpStatusCode.OK);
        var sequence = (await manager.PostAsync("sequences", Document(number))).Expect(HttpStatusCode.Created)["id"];
        (await manager.PostAsync($"sequences/{sequence}/publish")).Expect(HttpStatusCode.OK);
        return await EnterAsync(host, number, sequence, name, tag);
    }

    /// <summary>One more customer in the same sequence.</summary>
    public Task<RunWorld> AnotherAsync(string name = "Ann", string? tag = null) => EnterAsync(Host, Number, Sequence, name, tag);

    public Task TellAsync(string name) => Host.TellAsync("track", $$"""{"userId":"{{Customer}}","event":"{{name}} {{Number}}"}""");

    private static async Task<RunWorld> EnterAsync(ApiHost host, int number, string sequence, string name, string? tag)
    {
        var customer = Stories.NewCustomer();
        var tags = tag is null ? "" : $$""","add_tags":["{{tag}}"]""";
        await host.TellAsync(
            "identify",
            $$$"""{"userId":"{{{customer}}}","traits":{"first_name":"{{{name}}}","last_name":"Miller","email":"{{{customer}}}@example.com"{{{tags}}}}}""");
        await host.TellAsync("track", $$"""{"userId":"{{customer}}","event":"Season {{number}}"}""");
        var run = (await host.Manager().GetAsync($"enrollments?customer={customer}&sequence={sequence}")).Items.Single()
            .GetProperty("id").GetString()!;
        return new RunWorld(host, number, sequence, customer, long.Parse(run, CultureInfo.InvariantCulture));
    }

    private static string Document(int number) => $$"""
        { "format": "flowbuilder.sequence/1", "title": "Season {{number}}", "settings": { "reEntry": { "policy": "always" } },
          "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Season {{number}}" }, "at": [0, 0] },
            { "id": "ask", "kind": "if", "when": { "all": [ { "type": "has-tag", "tag": "vip" } ] }, "at": [0, 120] },
            { "id": "gold", "kind": "action", "step": { "type": "add-tag", "tag": "gold" }, "at": [-160, 240] },
            { "id": "mail", "kind": "action", "step": { "type": "email-customer", "template": "run-{{number}}" }, "at": [160, 240] },
            { "id": "w", "kind": "wait", "step": { "type": "wait-for", "duration": "P2D" }, "at": [160, 360] },
            { "id": "thanks", "kind": "action", "step": { "type": "add-tag", "tag": "thanked" }, "at": [160, 480] },
            { "id": "stop", "kind": "stopWhen", "when": { "any": [ { "type": "event-happened", "event": "Halt {{number}}", "since": "enrollment" } ] }, "at": [520, 0] },
            { "id": "untag", "kind": "stopAction", "step": { "type": "remove-tag", "tag": "gold" }, "at": [520, 120] } ],
          "edges": [ { "from": "t", "to": "ask" }, { "from": "ask", "port": "yes", "to": "gold" }, { "from": "ask", "port": "no", "to": "mail" }, { "from": "mail", "to": "w" }, { "from": "w", "to": "thanks" }, { "from": "stop", "to": "untag" } ] }
        """;
}
