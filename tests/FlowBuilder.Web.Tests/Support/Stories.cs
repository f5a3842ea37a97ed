using System.Net;

namespace FlowBuilder.Web.Tests.Support;

/// <summary>Longer things several tests need.</summary>
internal static class Stories
{
    private static int _number;

    /// <summary>A userId nobody else uses.</summary>
    public static string NewCustomer() => $"c-{Interlocked.Increment(ref _number)}";

    /// <summary>A published sequence; answers with its id.</summary>
    public static async Task<string> PublishAsync(this Client manager, string document)
    {
        (await manager.PutAsync("templates/estimate-reminder", Documents.Reminder)).Expect(HttpStatusCode.OK);
        var id = (await manager.PostAsync("sequences", document)).Expect(HttpStatusCode.Created)["id"];
        (await manager.PostAsync($"sequences/{id}/publish")).Expect(HttpStatusCode.OK);
        return id;
    }

    /// <summary>An estimate is sent to a new customer with email; answers with the customer's userId.</summary>
    public static async Task<string> SendEstimateAsync(this ApiHost host, string estimate, int company = 1)
    {
        var customer = NewCustomer();
        await host.TellAsync(
            "identify", $$$"""{"userId":"{{{customer}}}","traits":{"first_name":"Ann","email":"{{{customer}}}@example.com"}}""", company);
        await host.TellAsync(
            "track", $$$"""{"userId":"{{{customer}}}","event":"Estimate Sent","properties":{"estimate_id":"{{{estimate}}}","total":500}}""",
            company);
        return customer;
    }

    /// <summary>Moves the QA clock.</summary>
    public static Task<Answer> AdvanceAsync(this Client manager, string duration) =>
        manager.PostAsync("qa/clock", $$"""{"advance":"{{duration}}"}""");
}
