using System.Globalization;
using System.Net;
using System.Text.Json;
using FlowBuilder.Web.Tests.Support;

namespace FlowBuilder.Web.Tests.Whole.Cases;

/// <summary>What the cases ask of the program again and again.</summary>
internal static class OtherDoors
{
    private static int _number;

    /// <summary>An id nobody else uses.</summary>
    public static string New(string name) => string.Create(CultureInfo.InvariantCulture, $"{name}-{Interlocked.Increment(ref _number)}");

    public static Task<Answer> ImportAsync(this ApiHost host, string csv) =>
        host.Manager().SendAsync(HttpMethod.Post, "customers/import", csv, [], "text/csv");

    /// <summary>The customer as the API shows them once all is worked off.</summary>
    public static async Task<JsonElement> CustomerAsync(this ApiHost host, string id)
    {
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        return (await host.Manager().GetAsync($"customers/{Uri.EscapeDataString(id)}")).Expect(HttpStatusCode.OK).Json;
    }

    /// <summary>The states of the customer's runs, the newest first.</summary>
    public static async Task<IReadOnlyList<string?>> RunsAsync(this ApiHost host, string id)
    {
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        return [.. (await host.Manager().GetAsync($"enrollments?customer={id}")).Items.Select(run => run.GetProperty("state").GetString())];
    }
}
