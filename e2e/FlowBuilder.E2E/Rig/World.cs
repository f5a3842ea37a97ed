using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlowBuilder.E2E.Rig;

/// <summary>A company in full swing, and the address of every page there is: what looks at all pages starts here.</summary>
public sealed class World
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private World()
    {
    }

    /// <summary>Every page for people who are signed in, with the parameters of its address filled in.</summary>
    public IReadOnlyList<string> Pages { get; private set; } = [];

    public static async Task<World> MakeAsync(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var world = new World();
        await site.HireAsync("mara", "Mara Manager", "manager");
        await site.HireAsync("tom", "Tom Marketer", "marketer");
        using var api = site.Api();
        await PutAsync(
            api, "templates/estimate-reminder",
            """{"channel":"email","name":"Estimate reminder","subject":"Your estimate, {{ customer.first_name }}","html":"<p>Hello {{ customer.first_name }}</p>","text":"Hello"}""");
        world._values["key"] = "estimate-reminder";
        world._values["id"] = await PublishAsync(api, FollowUp("Estimate follow-up", review: false));
        await PublishAsync(api, FollowUp("Estimate follow-up, reviewed", review: true));
        for (var i = 0; i < 5; i++)
        {
            await site.TellAsync(
                "identify",
                $$$"""{"userId":"c-{{{i}}}","traits":{"first_name":"Nora","last_name":"Field {{{i}}}","email":"nora{{{i}}}@example.com"}}""");
            await site.TellAsync(
                "track", $$$"""{"userId":"c-{{{i}}}","event":"Estimate Sent","properties":{"estimate_id":"e-{{{i}}}","total":480}}""");
        }

        await using (var context = site.Context())
            world._values["run"] = $"{await context.Enrollments.MinAsync(run => run.Id, TestContext.Current.CancellationToken)}";
        world.Pages = [.. site.Services
            .GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>().Distinct()
            .Where(route => route.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && !OnlyOnce(route))
            .Select(world.Address).Distinct()
            .Order(StringComparer.Ordinal)];
        return world;
    }

    /// <summary>A sequence that emails after two days.</summary>
    public static string FollowUp(string title, bool review, bool template = true) => $$"""
        { "format": "flowbuilder.sequence/1", "title": "{{title}}", "description": "Nudges until the estimate is answered.",
          "settings": { "reviewBeforeExecution": {{(review ? "true" : "false")}}, "reEntry": { "policy": "afterEnd" } },
          "nodes": [
            { "id": "t", "kind": "trigger", "step": { "type": "estimate-sent" }, "at": [0, 0] },
            { "id": "tag", "kind": "action", "step": { "type": "add-tag", "tag": "nudging" }, "at": [0, 120] },
            { "id": "w", "kind": "wait", "step": { "type": "wait-for", "duration": "P2D" }, "at": [0, 240] },
            { "id": "mail", "kind": "action", "step": {{(template ? """{ "type": "email-customer", "template": "estimate-reminder" }""" : """{ "type": "add-note", "text": "Nudge" }""")}}, "at": [0, 360] },
            { "id": "stop", "kind": "stopWhen", "when": { "any": [ { "type": "event-happened", "event": "Estimate Accepted", "since": "enrollment", "record": "same" } ] }, "at": [320, 0] },
            { "id": "untag", "kind": "stopAction", "step": { "type": "remove-tag", "tag": "nudging" }, "at": [320, 120] } ],
          "edges": [ { "from": "t", "to": "tag" }, { "from": "tag", "to": "w" }, { "from": "w", "to": "mail" }, { "from": "stop", "to": "untag" } ] }
        """;

    /// <summary>Makes and publishes a sequence by API.</summary>
    public static async Task<string> PublishAsync(HttpClient api, string document)
    {
        ArgumentNullException.ThrowIfNull(api);
        using var body = new StringContent(document, System.Text.Encoding.UTF8, "application/json");
        using var made = await api.PostAsync(new Uri("api/v1/sequences", UriKind.Relative), body, TestContext.Current.CancellationToken);
        made.EnsureSuccessStatusCode();
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()!;
        using var published = await api.PostAsync(
            new Uri($"api/v1/sequences/{id}/publish", UriKind.Relative), null, TestContext.Current.CancellationToken);
        published.EnsureSuccessStatusCode();
        return id;
    }

    /// <summary>Pages that need a link made for one person stand in their own stories;
    /// <c>/automations</c> only leads on to its first tab.</summary>
    private static bool OnlyOnce(RouteEndpoint route) =>
        route.RoutePattern.RawText?.Trim('/') == "automations"
        || route.RoutePattern.Parameters.Any(parameter => parameter.Name.Equals("token", StringComparison.OrdinalIgnoreCase));

    private string Address(RouteEndpoint route) =>
        string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter =>
                _values.GetValueOrDefault(parameter.Name)
                    ?? throw new InvalidOperationException($"{route.RoutePattern.RawText}: give World a value for “{parameter.Name}”."),
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            _ => "",
        }))));

    private static async Task PutAsync(HttpClient api, string path, string json)
    {
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await api.PutAsync(new Uri($"api/v1/{path}", UriKind.Relative), body, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
