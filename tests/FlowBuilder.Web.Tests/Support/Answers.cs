using System.Net;
using System.Text;
using System.Text.Json;

namespace FlowBuilder.Web.Tests.Support;

/// <summary>Sends JSON text as it is and reads answers.</summary>
internal static class Answers
{
    public static async Task<Answer> SendTextAsync(this HttpClient client, string path, string json, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, path)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json")
        };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await ReadAsync(response);
    }

    public static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(
            response.StatusCode, text, response.Headers.RetryAfter?.Delta, response.Headers.ETag?.Tag,
            response.Headers.Location?.ToString());
    }
}

/// <summary>A status and its body.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, TimeSpan? RetryAfter = null, string? ETag = null, string? Location = null)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement.Clone();

    /// <summary>A text member of the answer.</summary>
    public string this[string member] => Json.GetProperty(member).ToString();

    /// <summary>The members of <c>items</c>.</summary>
    public IReadOnlyList<JsonElement> Items => [.. Json.GetProperty("items").EnumerateArray()];

    /// <summary>The answer, if it has the status expected; else the test fails and shows it.</summary>
    public Answer Expect(HttpStatusCode status)
    {
        if (Status != status) throw new InvalidOperationException($"Expected {(int)status}, got {(int)Status}: {Text}");
        return this;
    }

    /// <summary>The fields named in <c>errors</c>.</summary>
    public IReadOnlyList<string> Fields => Json.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(error => error.GetProperty("field").GetString()!)]
        : [];
}
