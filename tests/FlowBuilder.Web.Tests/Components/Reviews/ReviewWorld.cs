using System.Net;
using FlowBuilder.Web.Tests.Support;

namespace FlowBuilder.Web.Tests.Components.Reviews;

/// <summary>One customer who waits for approval in a sequence of its own.</summary>
internal sealed record ReviewWorld(ApiHost Host, int Number, string Sequence, string Customer, string Id, string Etag)
{
    private static int _numbers;

    public static async Task<ReviewWorld> MakeAsync(ApiHost host)
    {
        var number = Interlocked.Increment(ref _numbers);
        var manager = host.Manager();
        (await manager.PutAsync($"templates/approve-{number}", Template("Hello {{ customer.first_name }}"))).Expect(HttpStatusCode.OK);
        var sequence = (await manager.PostAsync("sequences", Document(number))).Expect(HttpStatusCode.Created)["id"];
        (await manager.PostAsync($"sequences/{sequence}/publish")).Expect(HttpStatusCode.OK);
        return await EnterAsync(host, number, sequence);
    }

    /// <summary>One more customer in the same sequence.</summary>
    public Task<ReviewWorld> AnotherAsync() => EnterAsync(Host, Number, Sequence);

    public Task TellAsync(string name) => Host.TellAsync("track", $$"""{"userId":"{{Customer}}","event":"{{name}} {{Number}}"}""");

    public Task TagAsync(string tag) =>
        Host.TellAsync("identify", $$$"""{"userId":"{{{Customer}}}","traits":{"add_tags":["{{{tag}}}"]}}""");

    public Task<Answer> ApproveAsync(Client? caller = null, string? etag = null) =>
        (caller ?? Host.Manager()).PostAsync($"reviews/{Id}/approve", null, ("If-Match", $"\"{etag ?? Etag}\""));

    public async Task<string> StateAsync() => (await Host.Manager().GetAsync($"reviews/{Id}"))["state"];

    /// <summary>How many messages have left for the customer.</summary>
    public async Task<int> SentAsync()
    {
        await Host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        return (await Host.Manager().GetAsync($"messages?customer={Customer}&state=sent")).Items.Count;
    }

    public async Task EditTemplateAsync()
    {
        var template = await Host.Manager().GetAsync($"templates/approve-{Number}");
        (await Host.Manager()
            .PutAsync(
                $"templates/approve-{Number}", Template("Other words"),
                ("If-Match", $"\"{template["revision"]}\""))).Expect(HttpStatusCode.OK);
    }

    public async Task PublishAnewAsync()
    {
        var manager = Host.Manager();
        var draft = await manager.GetAsync($"sequences/{Sequence}/draft");
        (await manager.PutAsync(
            $"sequences/{Sequence}/draft", Document(Number).Replace("\"maxPasses\": 10", "\"maxPasses\": 9", StringComparison.Ordinal),
            ("If-Match", draft.ETag!))).Expect(HttpStatusCode.OK);
        (await manager.PostAsync($"sequences/{Sequence}/publish")).Expect(HttpStatusCode.OK);
    }

    private static async Task<ReviewWorld> EnterAsync(ApiHost host, int number, string sequence)
    {
        var customer = Stories.NewCustomer();
        await host.TellAsync(
            "identify",
            $$$"""{"userId":"{{{customer}}}","traits":{"first_name":"Ann","last_name":"Miller","email":"{{{customer}}}@example.com"}}""");
        await host.TellAsync("track", $$"""{"userId":"{{customer}}","event":"Go {{number}}"}""");
        var review = (await host.Manager().GetAsync($"reviews?customer={customer}")).Items.Single();
        return new ReviewWorld(
            host, number, sequence, customer, review.GetProperty("id").GetString()!, review.GetProperty("etag").GetString()!);
    }

    private static string Template(string words) =>
        $$"""{"channel":"email","purpose":"marketing","subject":"{{words}}","html":"<p>{{words}}</p>"}""";

    private static string Document(int number) => $$"""
        { "format": "flowbuilder.sequence/1", "title": "Approve {{number}}", "settings": { "reviewBeforeExecution": true, "maxPasses": 10, "reEntry": { "policy": "always" }, "review": { "expireAfter": "P30D", "remindBefore": "P1D" } },
          "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Go {{number}}" } },
            { "id": "and", "kind": "and", "when": { "none": [ { "type": "has-tag", "tag": "do-not-nudge" } ] } },
            { "id": "m", "kind": "action", "step": { "type": "email-customer", "template": "approve-{{number}}" } },
            { "id": "s", "kind": "stopWhen", "when": { "any": [ { "type": "event-happened", "event": "Halt {{number}}", "since": "enrollment" } ] } } ],
          "edges": [ { "from": "t", "to": "and" }, { "from": "and", "to": "m" } ] }
        """;
}
