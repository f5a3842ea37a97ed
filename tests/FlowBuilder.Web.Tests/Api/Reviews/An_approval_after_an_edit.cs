using System.Net;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Reviews;

public sealed class An_approval_after_an_edit(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Of_the_template_is_refused_until_the_new_text_was_shown()
    {
        var manager = host.Manager();
        var sequence = await manager.PublishAsync(Documents.FollowUp("Edited template", review: true));
        var (id, etag, customer) = await ReviewAsync(manager, sequence, "edit-1");
        var template = await manager.GetAsync("templates/estimate-reminder");
        (await manager.PutAsync(
            "templates/estimate-reminder",
            """{"channel":"email","purpose":"marketing","subject":"Another subject","html":"<p>Other words</p>","text":"Other words"}""",
            ("If-Match", $"\"{template["revision"]}\""))).Expect(HttpStatusCode.OK);

        var stale =
            (await manager.PostAsync($"reviews/{id}/approve", null, ("If-Match", $"\"{etag}\""))).Expect(HttpStatusCode.PreconditionFailed);

        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        stale["etag"].ShouldNotBe(etag);
        (await manager.GetAsync($"messages?customer={customer}&state=sent")).Items.ShouldBeEmpty();
        (await manager.GetAsync($"enrollments?customer={customer}&sequence={sequence}")).Items[0]
            .GetProperty("state").GetString()
            .ShouldBe("review");
        (await manager.PostAsync($"reviews/{id}/approve", null, ("If-Match", $"\"{stale["etag"]}\"")))
            .Expect(HttpStatusCode.OK)["state"]
            .ShouldBe("approved");
    }

    [Fact]
    public async Task Of_the_sequence_is_refused_until_the_new_version_was_shown()
    {
        var manager = host.Manager();
        var sequence = await manager.PublishAsync(Documents.FollowUp("Edited sequence", review: true));
        var (id, etag, _) = await ReviewAsync(manager, sequence, "edit-2");
        var draft = await manager.GetAsync($"sequences/{sequence}/draft");
        (await manager.PutAsync(
            $"sequences/{sequence}/draft",
            Documents.FollowUp("Edited sequence", review: true).Replace("P2D", "P3D", StringComparison.Ordinal), ("If-Match", draft.ETag!)))
            .Expect(HttpStatusCode.OK);
        (await manager.PostAsync($"sequences/{sequence}/publish")).Expect(HttpStatusCode.OK);

        (await manager.PostAsync($"reviews/{id}/approve", null, ("If-Match", $"\"{etag}\""))).Expect(HttpStatusCode.PreconditionFailed);
    }

    private async Task<(string Id, string Etag, string Customer)> ReviewAsync(Client manager, string sequence, string estimate)
    {
        var customer = await host.SendEstimateAsync(estimate);
        var item = (await manager.GetAsync(
            $"reviews?state=waiting&customer={customer}")).Items.Single(one => one.GetProperty("sequence").GetString() == sequence);
        return (item.GetProperty("id").GetString()!, item.GetProperty("etag").GetString()!, customer);
    }
}
