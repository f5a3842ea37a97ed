using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Testing.Approvals;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Reviews;

/// <summary>“Approve”, in all the ways in which it can come too late, twice, or from somebody who may
/// not: the exact answer to each, what the review is then, and how many messages have left.</summary>
public sealed partial class Every_scenario_of_approve(ApiHost host) : IClassFixture<ApiHost>
{
    private readonly StringBuilder _story = new();
    private int _number;

    [Fact]
    public async Task Is_answered_as_promised()
    {
        await TryAsync("Approved as it was shown", world => world.ApproveAsync());
        await TryAsync("Approved twice by a double click", world => After(world.ApproveAsync(), () => world.ApproveAsync()));
        await TryAsync(
            "Two managers, the second a moment later",
            world => After(world.ApproveAsync(host.With("approve")), () => world.ApproveAsync()));
        await TryAsync(
            "Rejected in the meantime",
            world =>
                After(host.Manager().PostAsync($"reviews/{world.Id}/reject", """{"reason":"Not this one"}"""), () => world.ApproveAsync()));
        await TryAsync("A Stop When was met in the meantime", world => After(world.TellAsync("Halt"), () => world.ApproveAsync()));
        await TryAsync("Its run was stopped by hand in the meantime", async world =>
        {
            var run = (await host.Manager().GetAsync($"enrollments?customer={world.Customer}")).Items.Single()
                .GetProperty("id").GetString();
            await host.Manager().PostAsync($"enrollments/{run}/stop");
            return await world.ApproveAsync();
        });
        await TryAsync("The template was edited in the meantime", world => After(world.EditTemplateAsync(), () => world.ApproveAsync()));
        await TryAsync("The template was edited in the meantime; approved again with the new etag", async world =>
        {
            await world.EditTemplateAsync();
            return await world.ApproveAsync(etag: (await world.ApproveAsync())["etag"]);
        });
        await TryAsync("A new version was published in the meantime", world => After(world.PublishAnewAsync(), () => world.ApproveAsync()));
        await TryAsync("The customer no longer qualifies", world => After(world.TagAsync("do-not-nudge"), () => world.ApproveAsync()));
        await TryAsync("The customer's name has changed", world => After(
            host.TellAsync("identify", $$$"""{"userId":"{{{world.Customer}}}","traits":{"first_name":"Anna"}}"""),
            () => world.ApproveAsync()));
        await TryAsync("The customer unsubscribed in the meantime", world => After(
            host.TellAsync("identify", $$$"""{"userId":"{{{world.Customer}}}","traits":{"email_consent":false}}"""),
            () => world.ApproveAsync()));
        await TryAsync("A colleague edited it in the meantime", world => After(EditAsync(world), () => world.ApproveAsync()));
        await TryAsync(
            "Someone looked at it anew in the meantime, nothing being different",
            world => After(host.Manager().PostAsync($"reviews/{world.Id}/recheck"), () => world.ApproveAsync()));
        await TryAsync(
            "It is put off",
            world => After(
                host.Manager().PostAsync($"reviews/{world.Id}/snooze", $$"""{"until":"{{Tomorrow()}}"}"""), () => world.ApproveAsync()));
        await TryAsync(
            "Someone else was asked to decide",
            world => After(
                host.Manager().PostAsync($"reviews/{world.Id}/ask", """{"colleague":"owner-1","note":"You?"}"""),
                () => world.ApproveAsync()));
        await TryAsync(
            "The sequence is paused",
            world => After(host.Manager().PostAsync($"sequences/{world.Sequence}/pause"), () => world.ApproveAsync()));
        await TryAsync(
            "The sequence is archived",
            world => After(host.Manager().PostAsync($"sequences/{world.Sequence}/archive"), () => world.ApproveAsync()));
        await TryAsync("The company dropped to Starter", async world =>
        {
            await ChangeAsync(Subscription.Starter);
            try
            {
                return await world.ApproveAsync();
            }
            finally
            {
                await ChangeAsync(Subscription.Growth);
            }
        });
        await TryAsync("An etag of something else", world => world.ApproveAsync(etag: "0123456789abcdef0123456789abcdef"));
        await TryAsync("No etag at all", world => host.Manager().PostAsync($"reviews/{world.Id}/approve"));
        await TryAsync("A key without the scope", world => world.ApproveAsync(host.With("read")));
        await TryAsync("No key", world => world.ApproveAsync(host.Stranger()));
        await TryAsync("A key of another company", world => world.ApproveAsync(host.Manager(2)));
        await TryAsync("The same call repeated with its Idempotency-Key", world => After(Repeated(world), () => Repeated(world)));
        await TryAsync("A mail scanner opens the review's link", async world =>
        {
            using var scanner = host.Browser();
            return await Answers.ReadAsync(
                await scanner.GetAsync(
                    new Uri($"/automations/reviews?open={world.Id}", UriKind.Relative), TestContext.Current.CancellationToken));
        });
        await TryAsync("A mail scanner opens the address that approves", async world =>
            await host.Manager().GetAsync($"reviews/{world.Id}/approve"));
        await TryAsync("A manager opens the review's link", async world =>
        {
            using var browser = await host.SignedInAsync("manager");
            var page = await Answers.ReadAsync(
                await browser.GetAsync(
                    new Uri($"/automations/reviews?open={world.Id}", UriKind.Relative), TestContext.Current.CancellationToken));
            return page with { Text = "" };
        });
        await TryAsync("Several at once, one of them stale and one unknown", async world =>
        {
            var (second, third) = (await world.AnotherAsync(), await world.AnotherAsync());
            await second.TagAsync("do-not-nudge");
            return await host.Manager().PostAsync("reviews/bulk", $$"""
                {"items":[{"id":"{{world.Id}}","decision":"approve","etag":"{{world.Etag}}"},{"id":"{{second.Id}}","decision":"approve","etag":"{{second.Etag}}"},{"id":"{{third.Id}}","decision":"reject","reason":"No"},{"id":"999999999","decision":"approve","etag":"x"}]}
                """);
        });
        await TryAsync(
            "The customer was erased",
            world => After(host.Manager().DeleteAsync($"customers/{world.Customer}"), () => world.ApproveAsync()), isThere: false);
        // Last: the clock moves for all.
        await TryAsync("Its time was up", world => After(host.Manager().AdvanceAsync("P31D"), () => world.ApproveAsync()));

        _story.ToString().ShouldBeApproved("Scenarios");
    }

    private async Task TryAsync(string name, Func<ReviewWorld, Task<Answer>> story, bool isThere = true)
    {
        var world = await ReviewWorld.MakeAsync(host);
        var answer = await story(world);
        _story.Append(CultureInfo.InvariantCulture, $"{++_number}. {name}\n   {(int)answer.Status} {Words(answer, world)}\n");
        if (isThere)
            _story.Append(
                CultureInfo.InvariantCulture, $"   Then the review is {await world.StateAsync()}, sent: {await world.SentAsync()}\n");
        _story.Append('\n');
    }

    private static string Words(Answer answer, ReviewWorld world)
    {
        if (answer.Location is { } elsewhere) return $"to {elsewhere.Split('?')[0]}";
        if (answer.Text.Length == 0) return "";
        var json = answer.Json;
        if (json.TryGetProperty("items", out var items))
            return string.Join(", ", items.EnumerateArray().Select(item => item.GetProperty("status").ToString()));
        if (json.TryGetProperty("state", out var state))
            return $"{state}, by {(json.TryGetProperty("decidedBy", out var by) ? by.ToString() : "no one")}";
        var text = new StringBuilder(
            $"{json.GetProperty("title")}: {(json.TryGetProperty("detail", out var detail) ? detail.ToString() : "")}");
        if (json.TryGetProperty("errors", out var errors))
            foreach (var error in errors.EnumerateArray())
                text.Append(CultureInfo.InvariantCulture, $"\n       {error.GetProperty("field")} {error.GetProperty("message")}");
        if (json.TryGetProperty("differences", out var differences))
            foreach (var difference in differences.EnumerateArray()) text.Append(CultureInfo.InvariantCulture, $"\n       {difference}");
        return Numbers().Replace(text.ToString().Replace(world.Customer, "CUSTOMER", StringComparison.Ordinal), "$1 N");
    }

    private static async Task<Answer> After(Task before, Func<Task<Answer>> then)
    {
        await before;
        return await then();
    }

    private async Task EditAsync(ReviewWorld world) =>
        (await host.With("approve")
            .PostAsync(
                $"reviews/{world.Id}/edit", """{"messages":[{"node":"m","subject":"Just for you","html":"<p>Mine</p>","text":"Mine"}]}""",
                ("If-Match", $"\"{world.Etag}\""))).Expect(System.Net.HttpStatusCode.OK);

    private Task<Answer> Repeated(ReviewWorld world) =>
        host.Manager()
            .PostAsync($"reviews/{world.Id}/approve", null, ("If-Match", $"\"{world.Etag}\""), ("Idempotency-Key", $"approve-{world.Id}"));

    private string Tomorrow() =>
        host.Services.GetRequiredService<ProductClock>().Now.AddDays(1).ToString("O", CultureInfo.InvariantCulture);

    private async Task ChangeAsync(Subscription subscription)
    {
        await using (var context = host.Context())
            await context.Companies
                .Where(row => row.Id == 1)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Subscription, subscription), TestContext.Current.CancellationToken);
        await host.Engine.RefreshAsync(new CompanyId(1), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("(Approve|Halt|Go) [0-9]+")]
    private static partial Regex Numbers();
}
