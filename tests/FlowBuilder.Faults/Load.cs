using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace FlowBuilder.Faults;

/// <summary>
/// A sender as the outside has them: it keeps a call until it has a 200 for it, and sends it again under the same messageId after a
/// crash. What was answered with 200 is in <see cref="Accepted"/>.
/// </summary>
internal sealed class Load(HttpClient http)
{
    /// <summary>How the addresses of its customers end; the demo company's own emails go elsewhere.</summary>
    public const string Addresses = "@faults.example";

    private const int Senders = 4;

    private readonly ConcurrentQueue<Call> _waiting = new();
    private readonly ConcurrentDictionary<string, string> _accepted = new(StringComparer.Ordinal);

    /// <summary>MessageIds answered with 200, and the customer each is about.</summary>
    public IReadOnlyDictionary<string, string> Accepted => _accepted;

    /// <summary>MessageIds put in, answered or not.</summary>
    public int Planned { get; private set; }

    public bool IsDone => _waiting.IsEmpty;

    /// <summary>Introduces a customer and lets an order be placed, in one batch: all of it is accepted or nothing.</summary>
    public void Order(string customer) => Add(customer,
        ("identify", id => new
        {
            type = "identify", userId = customer, messageId = id, traits = new { email = customer + Addresses, first_name = customer }
        }),
        ("placed", id =>
            new { type = "track", userId = customer, messageId = id, @event = "Order Placed", properties = new { order = customer } }));

    /// <summary>Takes an order back, which stops the run if it is still going.</summary>
    public void TakeBack(string customer) => Add(customer,
        ("taken-back", id =>
            new { type = "track", userId = customer, messageId = id, @event = "Order Taken Back", properties = new { order = customer } }));

    /// <summary>Sends what waits until nothing does or the sending is broken off; what had no answer waits again.</summary>
    public Task SendAsync(CancellationToken brokenOff) =>
        Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendOneByOneAsync(brokenOff)));

    private void Add(string customer, params (string Key, Func<string, object> Body)[] events)
    {
        var ids = events.Select(happened => $"{customer}-{happened.Key}").ToArray();
        _waiting.Enqueue(new Call(customer, ids, new { batch = events.Zip(ids, (happened, id) => happened.Body(id)) }));
        Planned += ids.Length;
    }

    private async Task SendOneByOneAsync(CancellationToken brokenOff)
    {
        while (!brokenOff.IsCancellationRequested && _waiting.TryDequeue(out var call))
        {
            if (!await TrySendAsync(call, brokenOff))
            {
                _waiting.Enqueue(call);
                continue;
            }

            foreach (var id in call.MessageIds) _accepted[id] = call.Customer;
        }
    }

    private async Task<bool> TrySendAsync(Call call, CancellationToken brokenOff)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/batch") { Content = JsonContent.Create(call.Body) };
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("demo-write:")));
            using var answer = await http.SendAsync(request, brokenOff);
            if ((int)answer.StatusCode is >= 400 and < 500)
                throw new InvalidOperationException($"A correct call was refused: {await answer.Content.ReadAsStringAsync(brokenOff)}");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private sealed record Call(string Customer, IReadOnlyList<string> MessageIds, object Body);
}
