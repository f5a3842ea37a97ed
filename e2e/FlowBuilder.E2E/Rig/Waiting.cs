using System.Text;
using System.Text.Json;

namespace FlowBuilder.E2E.Rig;

/// <summary>A sequence whose customers wait for approval, and customers who do.</summary>
public sealed class Waiting
{
    private const string Template = """
        { "name": "Welcome", "channel": "email", "subject": "Hello {{ customer.first_name }}", "html": "<div style=\"background:#eef6ee;padding:24px\"><h1 style=\"color:#2e7d32\">Welcome, {{ customer.first_name }}</h1><p>Glad you are here.</p><p><a href=\"https://green.example/plans\">See our plans</a></p></div>" }
        """;

    private const string Drawing = """
        { "format": "flowbuilder.sequence/1", "title": "Welcome mail", "settings": { "reviewBeforeExecution": true, "review": { "expireAfter": "P3D", "remindBefore": "P1D" } },
          "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Signed Up" } }, { "id": "m", "kind": "action", "step": { "type": "email-customer", "template": "welcome" } } ],
          "edges": [ { "from": "t", "to": "m" } ] }
        """;

    private readonly Site _site;

    private Waiting(Site site) => _site = site;

    /// <summary>Publishes the sequence; two managers and a marketer work here.</summary>
    public static async Task<Waiting> MakeAsync(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        await site.HireAsync("mia", "Mia Manager", "manager");
        await site.HireAsync("max", "Max Manager", "manager");
        await site.HireAsync("mark", "Mark Marketer", "marketer");
        var waiting = new Waiting(site);
        await waiting.SendAsync(HttpMethod.Put, "templates/welcome", Template);
        var id = JsonDocument
            .Parse(await waiting.SendAsync(HttpMethod.Post, "sequences", Drawing)).RootElement
            .GetProperty("id").GetString();
        await waiting.SendAsync(HttpMethod.Post, $"sequences/{id}/publish", null);
        return waiting;
    }

    /// <summary>Customers come in and wait.</summary>
    public async Task EnterAsync(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (var name in names)
        {
            await _site.TellAsync(
                "identify", $$$"""{"userId":"{{{name}}}","traits":{"first_name":"{{{name}}}","email":"{{{name}}}@example.com"}}""");
            await _site.TellAsync("track", $$"""{"userId":"{{name}}","event":"Signed Up"}""");
        }
    }

    /// <summary>How many messages have left, by subject.</summary>
    public async Task<IReadOnlyDictionary<string, int>> SentAsync()
    {
        await _site.Engine.DrainAsync(TestContext.Current.CancellationToken);
        var subjects = new Dictionary<string, int>();
        for (var next = "messages?state=sent&limit=200"; next is not null;)
        {
            var page = JsonDocument.Parse(await SendAsync(HttpMethod.Get, next, null)).RootElement;
            foreach (var message in page.GetProperty("items").EnumerateArray())
            {
                var subject = message.GetProperty("subject").GetString()!;
                subjects[subject] = subjects.GetValueOrDefault(subject) + 1;
            }

            next = page.TryGetProperty("next", out var cursor) && cursor.GetString() is { } after
                ? $"messages?state=sent&limit=200&after={Uri.EscapeDataString(after)}"
                : null;
        }

        return subjects;
    }

    /// <summary>Reviews that wait.</summary>
    public async Task<int> CountAsync() =>
        JsonDocument
            .Parse(await SendAsync(HttpMethod.Get, "reviews?state=waiting&limit=200", null)).RootElement
            .GetProperty("items").GetArrayLength();

    private async Task<string> SendAsync(HttpMethod method, string path, string? json)
    {
        using var api = _site.Api();
        using var request = new HttpRequestMessage(method, $"api/v1/{path}");
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await api.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
