using System.Runtime.CompilerServices;
using System.Text.Json;
using FlowBuilder.Testing;

namespace FlowBuilder.Web.Tests.Support;

/// <summary>Runs <c>@segment/analytics-node</c>, as published, in Node.</summary>
internal static class SegmentClient
{
    private static readonly Lock Installing = new();

    /// <summary>Hands the calls to the client and answers with the failures it reports.</summary>
    public static IReadOnlyList<string> Send(Uri host, string writeKey, params object[][] calls)
    {
        var node = Needs.Program("node", "nodejs");
        Install();
        var (code, output) = Needs.Run(
            node, ["send.mjs", host.GetLeftPart(UriPartial.Authority), writeKey, JsonSerializer.Serialize(calls)], TimeSpan.FromMinutes(1),
            Folder());
        if (code != 0) throw new InvalidOperationException($"Segment's client ended with {code}:\n{output}");
        var line = output.Split('\n').Last(text => text.StartsWith('{'));
        return [.. JsonDocument.Parse(line).RootElement.GetProperty("failures").EnumerateArray().Select(failure => failure.GetString()!)];
    }

    private static void Install()
    {
        lock (Installing)
        {
            if (File.Exists(Path.Combine(Folder(), "node_modules", ".package-lock.json"))) return;
            var (code, output) = Needs.Run(
                Needs.Program("npm", "npm"), ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], TimeSpan.FromMinutes(3), Folder());
            if (code != 0) throw new InvalidOperationException($"npm ci failed:\n{output}");
        }
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "segment-client");
}
