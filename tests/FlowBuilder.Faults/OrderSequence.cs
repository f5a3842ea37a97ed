using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace FlowBuilder.Faults;

/// <summary>The sequence under load: two emails around a short wait, and a stop with an action of its own.</summary>
internal static class OrderSequence
{
    /// <summary>Nodes a run that is not stopped does, each once, in this order.</summary>
    public static readonly string[] Steps = ["tag", "first", "rest", "second", "todo", "untag"];

    /// <summary>Nodes behind the Stop When.</summary>
    public static readonly string[] StopSteps = ["note", "untag-stopped"];

    /// <summary>Nodes that send an email, and the subject by which the sink knows it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Emails = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["first"] = "First of ", ["second"] = "Second of "
    };

    private const string Document = """
        { "format": "flowbuilder.sequence/1", "title": "Orders under load", "settings": { "reEntry": { "policy": "always" } },
          "nodes": [
            { "id": "placed", "kind": "trigger", "step": { "type": "custom-event", "name": "Order Placed" } },
            { "id": "tag", "kind": "action", "step": { "type": "add-tag", "tag": "ordering" } },
            { "id": "first", "kind": "action", "step": { "type": "email-customer", "template": "order-first" } },
            { "id": "rest", "kind": "wait", "step": { "type": "wait-for", "duration": "PT2S" } },
            { "id": "second", "kind": "action", "step": { "type": "email-customer", "template": "order-second" } },
            { "id": "todo", "kind": "action", "step": { "type": "create-todo", "title": "Pack {{ customer.id }}", "assignee": "owner" } },
            { "id": "untag", "kind": "action", "step": { "type": "remove-tag", "tag": "ordering" } },
            { "id": "back", "kind": "stopWhen", "when": { "any": [ { "type": "event-happened", "event": "Order Taken Back", "since": "enrollment", "record": "any" } ] } },
            { "id": "note", "kind": "stopAction", "step": { "type": "add-note", "text": "Taken back" } },
            { "id": "untag-stopped", "kind": "stopAction", "step": { "type": "remove-tag", "tag": "ordering" } } ],
          "edges": [
            { "from": "placed", "to": "tag" }, { "from": "tag", "to": "first" }, { "from": "first", "to": "rest" }, { "from": "rest", "to": "second" },
            { "from": "second", "to": "todo" }, { "from": "todo", "to": "untag" }, { "from": "back", "to": "note" }, { "from": "note", "to": "untag-stopped" } ] }
        """;

    /// <summary>Publishes it through the API and answers with its id.</summary>
    public static async Task<Guid> PublishAsync(HttpClient http, CancellationToken cancellation)
    {
        foreach (var (node, subject) in Emails)
            await SendAsync(
                http, HttpMethod.Put, $"/api/v1/templates/order-{node}",
                JsonSerializer.Serialize(new
                {
                    channel = "email", purpose = "transactional", subject = subject + "{{ customer.id }}", text = "Thank you."
                }),
                cancellation);
        var made = await SendAsync(http, HttpMethod.Post, "/api/v1/sequences", Document, cancellation);
        var id = made.GetProperty("id").GetGuid();
        await SendAsync(http, HttpMethod.Post, $"/api/v1/sequences/{id}/publish", "{}", cancellation);
        return id;
    }

    private static async Task<JsonElement> SendAsync(
        HttpClient http, HttpMethod method, string address, string body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json")
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "demo-manage");
        using var answer = await http.SendAsync(request, cancellation);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(
                $"{method} {address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellation)}");
        return answer.Content.Headers.ContentLength == 0 ? default : await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
    }
}
