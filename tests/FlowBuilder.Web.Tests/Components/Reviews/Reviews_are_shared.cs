using System.Net;
using FlowBuilder.Core.Model.Notifications;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Reviews;

public sealed class Reviews_are_shared(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task An_edit_is_sent_to_this_customer_only_with_a_way_out_and_stands_in_the_audit_log()
    {
        var world = await ReviewWorld.MakeAsync(host);
        var other = await world.AnotherAsync();
        var edited = (await host.Manager()
            .PostAsync(
                $"reviews/{world.Id}/edit", """{"messages":[{"node":"m","subject":"Just for you","html":"<p>Mine</p>","text":"Mine"}]}""",
                ("If-Match", $"\"{world.Etag}\""))).Expect(HttpStatusCode.OK);
        edited["etag"].ShouldNotBe(world.Etag);
        edited["news"].ShouldContain("edited what this customer is sent");

        (await world.ApproveAsync(etag: edited["etag"])).Expect(HttpStatusCode.OK);
        (await other.ApproveAsync()).Expect(HttpStatusCode.OK);
        (await world.SentAsync(), await other.SentAsync()).ShouldBe((1, 1));

        var sent = (await host.Manager().GetAsync($"messages?customer={world.Customer}")).Items.Single();
        var message = await host.Manager().GetAsync($"messages/{sent.GetProperty("id").GetString()}");
        message["subject"].ShouldBe("Just for you");
        message["html"].ShouldContain("Mine");
        message["html"].ShouldContain("/u/");
        message["text"].ShouldContain("/u/");
        (await host.Manager().GetAsync($"messages?customer={other.Customer}")).Items.Single()
            .GetProperty("subject").GetString()
            .ShouldBe("Hello Ann");
        (await host.AuditAsync("review.edit")).ShouldNotBeEmpty();
        (await host.AuditAsync("review.approve")).Count.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_colleague_who_is_asked_finds_it_in_the_notifications_and_by_email()
    {
        var email = await People.HireAsync(host.Services, "mia", "manager");
        var world = await ReviewWorld.MakeAsync(host);

        (await host.Manager().PostAsync($"reviews/{world.Id}/ask", """{"colleague":"mia","note":"You know her, don't you?"}"""))
            .Expect(HttpStatusCode.OK)["askedOf"]
            .ShouldBe("mia");

        await using var context = host.Context();
        var line = await context.Notifications.SingleAsync(
            row => row.UserId == "mia" && row.Kind == NotificationKind.ReviewAsked, TestContext.Current.CancellationToken);
        line.Text.ShouldContain("You know her");
        line.ReviewId.ShouldBe(long.Parse(world.Id, System.Globalization.CultureInfo.InvariantCulture));
        (await Office.MailAsync(host.Outbox, email))[0].TextBody!.ShouldContain("You know her");
    }

    [Fact]
    public async Task Who_may_not_decide_or_is_not_there_cannot_be_asked()
    {
        await People.HireAsync(host.Services, "vic", "viewer");
        var world = await ReviewWorld.MakeAsync(host);

        (await host.Manager().PostAsync($"reviews/{world.Id}/ask", """{"colleague":"vic"}"""))
            .Expect(HttpStatusCode.Conflict)["detail"]
            .ShouldBe("vic cannot decide on reviews.");
        (await host.Manager().PostAsync($"reviews/{world.Id}/ask", """{"colleague":"owner-2"}"""))
            .Expect(HttpStatusCode.Conflict)["detail"]
            .ShouldBe("That colleague was not found.");
    }

    [Fact]
    public async Task What_is_put_off_comes_back_by_the_product_clock()
    {
        var world = await ReviewWorld.MakeAsync(host);
        var now = (await host.Manager().GetAsync("qa/clock")).Json.GetProperty("now").GetDateTimeOffset();

        (await host.Manager().PostAsync($"reviews/{world.Id}/snooze", $$"""{"until":"{{now.AddHours(2):O}}"}""")).Expect(HttpStatusCode.OK);
        (await host.Manager().GetAsync($"reviews/{world.Id}")).Json.TryGetProperty("snoozedUntil", out _).ShouldBeTrue();
        await host.Manager().AdvanceAsync("PT2H");

        (await host.Manager().GetAsync($"reviews/{world.Id}")).Json.TryGetProperty("snoozedUntil", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Looking_anew_says_what_is_different()
    {
        var world = await ReviewWorld.MakeAsync(host);
        await world.EditTemplateAsync();

        var again = (await host.Manager().PostAsync($"reviews/{world.Id}/recheck")).Expect(HttpStatusCode.OK);

        again["etag"].ShouldNotBe(world.Etag);
        again["news"].ShouldContain("edited");
        again["state"].ShouldBe("waiting");
    }
}
