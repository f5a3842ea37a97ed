using System.Net;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Auth.Limits;

public sealed class Allowances_are_kept
{
    [Fact]
    public async Task Too_many_calls_are_429_with_a_time_to_wait()
    {
        await using var door = new Door(new Dictionary<string, string> { ["RateLimits:CallsPerMinute"] = "2" });
        var http = door.CreateClient();
        http.DefaultRequestHeaders.Add("Authorization", "Bearer demo-manage");
        var client = new Client(http);
        (await client.GetAsync("sequences")).Status.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("sequences")).Status.ShouldBe(HttpStatusCode.OK);
        var answer = await client.GetAsync("sequences");
        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.RetryAfter.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.Zero);
    }
}
