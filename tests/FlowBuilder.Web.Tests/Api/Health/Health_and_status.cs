using System.Net;
using FlowBuilder.Application.Engine;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Health;

public sealed class Health_and_status
{
    [Fact]
    public async Task Ready_tells_how_the_work_stands()
    {
        await using var host = new ApiHost();
        var client = host.Stranger();
        (await client.GetAsync("/health/live")).Expect(HttpStatusCode.OK)["status"].ShouldBe("live");
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        var ready = (await client.GetAsync("/health/ready")).Expect(HttpStatusCode.OK).Json;
        ready.EnumerateObject()
            .Select(member => member.Name)
            .ShouldBe([
                "status", "reasons", "degraded", "oldestUnclaimed", "waiting", "unknownMessages", "lastCommit", "pumpsRunning", "partitions"
            ]);
        ready.GetProperty("pumpsRunning").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Not_ready_is_503_with_the_reasons()
    {
        await using var door = new Door();
        door.Engine.Progress = new EngineProgress(DateTimeOffset.UtcNow.AddMinutes(-10), 3, null, 1, 4, 0, 0, 0);
        var answer = (await new Client(door.CreateClient()).GetAsync("/health/ready")).Expect(HttpStatusCode.ServiceUnavailable).Json;
        answer.GetProperty("status").GetString().ShouldBe("notReady");
        answer.GetProperty("reasons").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task What_waits_for_a_provider_is_told_and_is_no_reason_to_restart()
    {
        await using var door = new Door();
        door.Engine.Progress = new EngineProgress(null, 300, null, 4, 4, 0, 0, 0, DateTimeOffset.UtcNow.AddHours(-1));
        foreach (var address in new[] { "/health", "/health/ready" })
        {
            var answer = (await new Client(door.CreateClient()).GetAsync(address)).Expect(HttpStatusCode.OK).Json;
            answer.GetProperty("status").GetString().ShouldBe("degraded");
            answer.GetProperty("reasons").GetArrayLength().ShouldBe(0);
            answer.GetProperty("degraded")[0].GetString()!.ShouldStartWith("Messages have waited for a place at their provider since");
        }
    }

    [Fact]
    public async Task The_system_page_shows_progress_and_no_keys_without_the_demo()
    {
        await using var host = new ApiHost();
        using var owner = await host.SignedInAsync("owner");
        var page = (await new Client(owner).GetAsync("/settings/system")).Expect(HttpStatusCode.OK).Text;
        page.ShouldContain("Everything is running.");
        page.ShouldContain("Pumps running");
        page.ShouldNotContain("demo-manage");
    }

    [Fact]
    public async Task People_get_pages_and_programs_get_problems()
    {
        await using var door = new Door();
        var client = new Client(door.CreateClient());
        (await client.GetAsync("/nowhere")).Expect(HttpStatusCode.NotFound).Text.ShouldContain("Page not found");
        (await client.GetAsync("/api/nowhere")).Expect(HttpStatusCode.NotFound)["title"].ShouldBe("Not found");
        (await client.PutAsync("/v1/track", "{}")).Expect(HttpStatusCode.MethodNotAllowed)["status"].ShouldBe("405");
        (await client.GetAsync("/favicon.svg")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
