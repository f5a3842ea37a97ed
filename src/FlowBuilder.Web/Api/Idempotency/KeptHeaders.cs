using System.Text.Json;

namespace FlowBuilder.Web.Api.Idempotency;

/// <summary>The headers of an answer that belong to its meaning and are repeated with it.</summary>
internal static class KeptHeaders
{
    private static readonly string[] Names = ["Location", "ETag"];

    public static string? Write(HttpResponse response)
    {
        var kept =
            Names.Where(name => response.Headers.ContainsKey(name)).ToDictionary(name => name, name => response.Headers[name].ToString());
        return kept.Count == 0 ? null : JsonSerializer.Serialize(kept);
    }

    public static void Read(string? stored, HttpResponse response)
    {
        if (stored is null) return;
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(stored) ?? []) response.Headers[name] = value;
    }
}
