using System.Net;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Sequences;

public sealed class A_sequence_from_draft_to_message(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Runs_through_and_can_be_followed_at_every_step()
    {
        var manager = host.Manager();
        var sequence = await manager.PublishAsync(Documents.FollowUp());
        var customer = await host.SendEstimateAsync("e-1");

        var run = (await manager.GetAsync($"enrollments?customer={customer}&sequence={sequence}"))
            .Expect(HttpStatusCode.OK).Items.ShouldHaveSingleItem();
        run.GetProperty("state").GetString().ShouldBe("waiting");
        run.GetProperty("version").GetInt32().ShouldBe(1);
        run.GetProperty("record").GetProperty("id").GetString().ShouldBe("e-1");
        run.GetProperty("node").GetString().ShouldBe("w");
        (await manager.GetAsync($"customers/{customer}")).Json
            .GetProperty("tags").EnumerateArray()
            .Select(tag => tag.GetString())
            .ShouldBe(["nudging"]);
        (await manager.GetAsync($"todos?customer={customer}&state=open")).Items
            .Single(item => item.GetProperty("enrollment").GetString() == run.GetProperty("id").GetString())
            .GetProperty("title").GetString()
            .ShouldBe("Call about the estimate");

        (await manager.AdvanceAsync("P3D"))
            .Expect(HttpStatusCode.OK).Json
            .GetProperty("drained")
            .GetProperty("steps").GetInt32()
            .ShouldBeGreaterThan(0);
        var message = (await manager.GetAsync(
            $"messages?customer={customer}&enrollment={run.GetProperty("id").GetString()}")).Items.ShouldHaveSingleItem();
        message.GetProperty("state").GetString().ShouldBe("sent");
        message.GetProperty("subject").GetString().ShouldBe("Your estimate, Ann");
        message.GetProperty("html").GetString()!.ShouldContain("total 500");
        Directory.GetFiles(host.Outbox, "*.eml").ShouldNotBeEmpty();

        var whole = (await manager.GetAsync($"enrollments/{run.GetProperty("id").GetString()}")).Expect(HttpStatusCode.OK).Json;
        whole.GetProperty("state").GetString().ShouldBe("done");
        whole.GetProperty("steps").EnumerateArray()
            .Select(step => $"{step.GetProperty("node")} {step.GetProperty("outcome")}")
            .ShouldBe(["tag done", "todo done", "w done", "mail done"]);
        (await manager.GetAsync($"customers/{customer}/why?sequence={sequence}")).Json.EnumerateArray().Last()
            .GetProperty("outcome").GetString()
            .ShouldBe("entered");
        var timeline = (await manager.GetAsync($"customers/{customer}/timeline?limit=200")).Items
            .Select(item => item.GetProperty("kind").GetString()).ToArray();
        timeline.ShouldContain("event");
        timeline.ShouldContain("message");
        timeline.ShouldContain("decision");
        (await manager.GetAsync($"sequences/{sequence}/stats")).Json.GetProperty("enrollments").GetProperty("done").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Stops_for_the_same_estimate_only()
    {
        var manager = host.Manager();
        var sequence = await manager.PublishAsync(Documents.FollowUp("Stops"));
        var customer = await host.SendEstimateAsync("s-1");
        await host.TellAsync(
            "track", $$$"""{"userId":"{{{customer}}}","event":"Estimate Accepted","properties":{"estimate_id":"other"}}""");
        (await manager.GetAsync($"enrollments?customer={customer}&sequence={sequence}")).Items[0]
            .GetProperty("state").GetString()
            .ShouldBe("waiting");

        await host.TellAsync("track", $$$"""{"userId":"{{{customer}}}","event":"Estimate Accepted","properties":{"estimate_id":"s-1"}}""");
        var stopped =
            (await manager.GetAsync($"enrollments?customer={customer}&sequence={sequence}&state=stopped")).Items.ShouldHaveSingleItem();
        stopped.GetProperty("endReason").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Waits_for_a_person_when_reviewed()
    {
        var manager = host.Manager();
        var sequence = await manager.PublishAsync(Documents.FollowUp("Reviewed", review: true));
        var (yes, no) = (await host.SendEstimateAsync("r-1"), await host.SendEstimateAsync("r-2"));
        (await manager.GetAsync($"enrollments?sequence={sequence}&state=review")).Items.Count.ShouldBe(2);
        var item = (await manager.GetAsync($"reviews?state=waiting&customer={yes}")).Items.ShouldHaveSingleItem();
        var (id, etag) = (item.GetProperty("id").GetString(), item.GetProperty("etag").GetString());

        (await manager.PostAsync($"reviews/{id}/approve")).Expect(HttpStatusCode.BadRequest).Fields.ShouldBe(["etag"]);
        var stale = (await manager.PostAsync($"reviews/{id}/approve", """{"etag":"old"}""")).Expect(HttpStatusCode.PreconditionFailed);
        stale["etag"].ShouldBe(etag);
        (await manager.PostAsync($"reviews/{id}/approve", null, ("If-Match", $"\"{etag}\"")))
            .Expect(HttpStatusCode.OK)["state"]
            .ShouldBe("approved");
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        (await manager.GetAsync($"enrollments?customer={yes}&sequence={sequence}")).Items[0]
            .GetProperty("state").GetString()
            .ShouldBe("waiting");
        (await manager.PostAsync($"reviews/{id}/approve", $$"""{"etag":"{{etag}}"}""")).Status.ShouldBe(HttpStatusCode.Conflict);

        var other = (await manager.GetAsync($"reviews?state=waiting&customer={no}")).Items.ShouldHaveSingleItem();
        var otherId = other.GetProperty("id").GetString();
        (await manager.PostAsync($"reviews/{otherId}/reject", "{}")).Expect(HttpStatusCode.BadRequest).Fields.ShouldBe(["reason"]);
        (await manager.PostAsync(
            "reviews/bulk",
            $$"""{"items":[{"id":"{{otherId}}","decision":"reject","reason":"Not now","tidyUp":true},{"id":"12","decision":"approve","etag":"x"}]}"""))
            .Expect(HttpStatusCode.OK).Items.Select(one => one.GetProperty("status").GetInt32()).ShouldBe([200, 404]);
        (await manager.GetAsync($"enrollments?customer={no}&sequence={sequence}")).Items[0]
            .GetProperty("state").GetString()
            .ShouldBe("rejected");
    }

    [Fact]
    public async Task Is_paused_resumed_stopped_and_archived()
    {
        var manager = host.Manager();
        var sequence = await manager.PublishAsync(Documents.ByHand);
        var customer = Stories.NewCustomer();
        (await manager.PutAsync($"customers/{customer}", """{"fields":{"first_name":"Bob"}}""")).Expect(HttpStatusCode.Created);
        var run =
            (await manager.PostAsync($"sequences/{sequence}/enroll", $$"""{"userId":"{{customer}}"}""")).Expect(HttpStatusCode.OK)["id"];
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        (await manager.PostAsync($"sequences/{sequence}/enroll", $$"""{"userId":"{{customer}}"}"""))
            .Expect(HttpStatusCode.Conflict)["detail"].ShouldNotBeEmpty();

        (await manager.PostAsync($"sequences/{sequence}/pause")).Expect(HttpStatusCode.OK)["state"].ShouldBe("paused");
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        (await manager.GetAsync($"enrollments/{run}"))["held"].ShouldBe("paused");
        (await manager.PostAsync($"sequences/{sequence}/resume", "{}")).Expect(HttpStatusCode.BadRequest).Fields.ShouldBe(["pastDue"]);
        (await manager.PostAsync($"sequences/{sequence}/resume", """{"pastDue":"send"}"""))
            .Expect(HttpStatusCode.OK)["state"]
            .ShouldBe("live");
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        (await manager.GetAsync($"enrollments/{run}")).Json.TryGetProperty("held", out _).ShouldBeFalse();

        (await manager.PostAsync($"enrollments/{run}/stop", """{"tidyUp":true}""")).Expect(HttpStatusCode.OK)["state"].ShouldBe("stopped");
        (await manager.PostAsync($"enrollments/{run}/stop")).Expect(HttpStatusCode.Conflict);
        (await manager.PostAsync($"sequences/{sequence}/archive")).Expect(HttpStatusCode.OK)["state"].ShouldBe("archived");
        (await manager.PostAsync($"sequences/{sequence}/publish")).Expect(HttpStatusCode.Conflict);
        (await manager.DeleteAsync($"sequences/{sequence}")).Expect(HttpStatusCode.Conflict);
    }
}
