using System.Net;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api;

public sealed class Lists_drafts_and_repeats(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_double()
    {
        var manager = host.Manager();
        for (var i = 0; i < 7; i++)
            (await manager.PutAsync(
                $"customers/page-{i}", $$"""{"fields":{"first_name":"Pagina {{i}}"},"tags":["paged"]}""")).Expect(HttpStatusCode.Created);
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await manager.GetAsync(
                $"customers?q=pagina&tag=PAGED&limit=3{(after is null ? "" : $"&after={after}")}")).Expect(HttpStatusCode.OK);
            seen.AddRange(page.Items.Select(item => item.GetProperty("userId").GetString()!));
            after = page.Json.GetProperty("next").GetString();
        }
        while (after is not null);
        seen.ShouldBe(["page-6", "page-5", "page-4", "page-3", "page-2", "page-1", "page-0"]);
    }

    [Fact]
    public async Task Sequences_are_sorted_and_paged()
    {
        var manager = host.Manager();
        foreach (var title in (string[])["Zeta list", "alpha list", "Mid list"])
            (await manager.PostAsync("sequences", Documents.FollowUp(title))).Expect(HttpStatusCode.Created);
        var first = await manager.GetAsync("sequences?q=list&sort=title&limit=2");
        first.Items.Select(item => item.GetProperty("title").GetString()).ShouldBe(["alpha list", "Mid list"]);
        var second = await manager.GetAsync($"sequences?q=list&sort=title&limit=2&after={first["next"]}");
        second.Items.Select(item => item.GetProperty("title").GetString()).ShouldBe(["Zeta list"]);
        (await manager.GetAsync("sequences?q=list&limit=1")).Items[0].GetProperty("title").GetString().ShouldBe("Mid list");
        (await manager.GetAsync("sequences?state=archived")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sequences_are_found_by_label_and_by_owner()
    {
        var manager = host.Manager();
        await People.HireAsync(host.Services, "labels-1", "marketer");
        (await manager.PostAsync(
            "sequences",
            Documents.FollowUp("Labelled")
                .Replace(
                    """["sales"]""", """["autumn \"24\""], "owner": "labels-1" """,
                    StringComparison.Ordinal))).Expect(HttpStatusCode.Created);
        (await manager.PostAsync("sequences", Documents.FollowUp("Not labelled"))).Expect(HttpStatusCode.Created);
        (await manager.GetAsync("sequences?label=autumn%20%2224%22")).Items
            .Select(item => item.GetProperty("title").GetString())
            .ShouldBe(["Labelled"]);
        (await manager.GetAsync("sequences?label=autumn")).Items.ShouldBeEmpty("a label is found whole");
        (await manager.GetAsync("sequences?owner=labels-1")).Items
            .Select(item => item.GetProperty("title").GetString())
            .ShouldBe(["Labelled"]);
        (await manager.GetAsync("sequences?owner=labels-1&state=live")).Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("updated")]
    [InlineData("title")]
    [InlineData("state")]
    public async Task Sequences_that_are_alike_are_paged_without_gap_or_double(string sort)
    {
        var manager = host.Manager();
        var made = new List<string>();
        for (var i = 0; i < 7; i++) made.Add((await manager.PostAsync("sequences", Documents.FollowUp($"Twins {sort}")))["id"]);
        var seen = new List<string>();
        var address = $"sequences?q=TWINS%20{sort}&sort={sort}&limit=2";
        for (string? after = ""; after is not null;)
        {
            var page = (await manager.GetAsync(after.Length == 0 ? address : $"{address}&after={after}")).Expect(HttpStatusCode.OK);
            seen.AddRange(page.Items.Select(item => item.GetProperty("id").GetString()!));
            after = page.Json.GetProperty("next").GetString();
        }

        seen.ShouldBe(made, ignoreOrder: true);
        (await manager.GetAsync("sequences?sort=title;drop%20table%20sequences"))
            .Expect(HttpStatusCode.BadRequest).Fields
            .ShouldBe(["sort"]);
        (await manager.GetAsync($"sequences?sort={sort}&after=bm9uc2Vuc2U")).Expect(HttpStatusCode.BadRequest).Fields.ShouldBe(["after"]);
    }

    [Fact]
    public async Task A_draft_is_saved_only_over_what_was_read()
    {
        var manager = host.Manager();
        var made = (await manager.PostAsync("sequences", Documents.FollowUp())).Expect(HttpStatusCode.Created);
        var path = $"sequences/{made["id"]}/draft";
        made.Location.ShouldBe($"/api/v1/sequences/{made["id"]}");
        var draft = (await manager.GetAsync(path)).Expect(HttpStatusCode.OK);
        draft.ETag.ShouldBe("\"1\"");
        draft["title"].ShouldBe("Estimate follow-up");

        (await manager.PutAsync(path, Documents.FollowUp("Second"), ("If-Match", "\"1\"")))
            .Expect(HttpStatusCode.OK)["revision"]
            .ShouldBe("2");
        (await manager.PutAsync(path, Documents.FollowUp("Third"), ("If-Match", "\"1\"")))
            .Expect(HttpStatusCode.PreconditionFailed).ETag
            .ShouldBe("\"2\"");
        (await manager.PutAsync(path, Documents.FollowUp("Third"), ("If-Match", "\"nonsense\""))).Expect(HttpStatusCode.PreconditionFailed);
        (await manager.PutAsync(path, Documents.FollowUp("Third"))).Expect(HttpStatusCode.OK)["revision"].ShouldBe("3");
        (await manager.DeleteAsync($"sequences/{made["id"]}")).Expect(HttpStatusCode.NoContent);
        (await manager.GetAsync(path)).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_half_drawn_draft_is_saved_but_not_published()
    {
        var manager = host.Manager();
        var id = (await manager.PostAsync(
            "sequences", """{"format":"flowbuilder.sequence/1","title":"Half"}""")).Expect(HttpStatusCode.Created)["id"];
        var refused = (await manager.PostAsync($"sequences/{id}/publish")).Expect(HttpStatusCode.UnprocessableEntity);
        refused.Json
            .GetProperty("diagnostics").EnumerateArray()
            .Select(one => one.GetProperty("code").GetString())
            .ShouldContain("no-trigger");
        refused.Json.GetProperty("diagnostics")[0].GetProperty("severity").GetString().ShouldBe("error");
    }

    [Fact]
    public async Task A_version_is_exported_and_imported_with_the_same_hash()
    {
        var manager = host.Manager();
        var id = await manager.PublishAsync(Documents.FollowUp("Round trip"));
        var version = (await manager.GetAsync($"sequences/{id}/versions")).Items.ShouldHaveSingleItem();
        var export = (await manager.GetAsync($"sequences/{id}/export")).Expect(HttpStatusCode.OK);
        export.Json.GetProperty("references").GetProperty("estimate-reminder").GetString().ShouldBe("Estimate reminder");

        var copy = (await manager.PostAsync("sequences/import", export.Text)).Expect(HttpStatusCode.Created)["id"];
        (await manager.PostAsync($"sequences/{copy}/publish"))
            .Expect(HttpStatusCode.OK)["planHash"]
            .ShouldBe(version.GetProperty("planHash").GetString());
        (await manager.GetAsync($"sequences/{id}/versions/1"))["title"].ShouldBe("Round trip");
        var view = (await manager.PostAsync("sequences/validate", export.Text)).Json;
        view.GetProperty("sentences").EnumerateArray()
            .Select(line => line.GetString())
            .ShouldContain(line => line!.Contains("Estimate reminder", StringComparison.Ordinal));
        (await manager.GetAsync($"sequences/{id}/sentences")).Json.GetProperty("sentences").GetArrayLength().ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task A_repeated_call_gives_the_first_answer_again()
    {
        var manager = host.Manager();
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var first = (await manager.PostAsync("sequences", Documents.FollowUp("Once"), key)).Expect(HttpStatusCode.Created);
        var again = (await manager.PostAsync("sequences", Documents.FollowUp("Once"), key)).Expect(HttpStatusCode.Created);
        (again.Text, again.ETag, again.Location).ShouldBe((first.Text, first.ETag, first.Location));
        (await manager.GetAsync("sequences?q=Once")).Items.Count.ShouldBe(1);

        (await manager.PostAsync("sequences", Documents.FollowUp("Twice"), key))
            .Expect(HttpStatusCode.UnprocessableEntity).Fields
            .ShouldBe(["Idempotency-Key"]);
        (await host.Manager(2).PostAsync("sequences", Documents.FollowUp("Theirs"), key))
            .Expect(HttpStatusCode.Created)["id"]
            .ShouldNotBe(first["id"]);
        (await manager.PostAsync("sequences", "{}", ("Idempotency-Key", new string('k', 300))))
            .Expect(HttpStatusCode.BadRequest).Fields
            .ShouldBe(["Idempotency-Key"]);
    }

    /// <summary>Attack A23: after kill -9 a call that had been under way was refused for two minutes.</summary>
    [Fact]
    public async Task A_call_that_was_cut_off_by_a_kill_is_taken_at_once_after_the_start()
    {
        var before = DateTimeOffset.UtcNow;
        await using var started = new ApiHost();
        var manager = started.Manager();
        (await manager.PostAsync("sequences", Documents.FollowUp("First"), ("Idempotency-Key", "answered"))).Expect(HttpStatusCode.Created);
        await using (var context = started.Context())
        {
            var answered = await context.IdempotencyKeys.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
            foreach (var (key, at) in ((string, DateTimeOffset)[])[("cut-off", before), ("under-way", DateTimeOffset.UtcNow)])
                context.IdempotencyKeys.Add(new IdempotencyKeyRow
                {
                    CompanyId = 1, Principal = answered.Principal, Key = key, RequestHash = answered.RequestHash, At = at
                });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        (await manager.PostAsync("sequences", Documents.FollowUp("First"), ("Idempotency-Key", "cut-off"))).Expect(HttpStatusCode.Created);
        (await manager.PostAsync("sequences", Documents.FollowUp("First"), ("Idempotency-Key", "under-way")))
            .Expect(HttpStatusCode.Conflict).RetryAfter
            .ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_template_grows_by_revisions()
    {
        var manager = host.Manager();
        (await manager.PutAsync("templates/grow", Documents.Reminder)).Expect(HttpStatusCode.OK)["revision"].ShouldBe("1");
        (await manager.PutAsync(
            "templates/grow", """{"channel":"text","purpose":"transactional","text":"Hi {{ customer.first_name }}"}""",
            ("If-Match", "\"1\"")))
            .Expect(HttpStatusCode.OK)["revision"]
            .ShouldBe("2");
        (await manager.PutAsync("templates/grow", Documents.Reminder, ("If-Match", "\"1\""))).Expect(HttpStatusCode.PreconditionFailed);
        var now = await manager.GetAsync("templates/grow");
        (now["channel"], now["purpose"], now["text"]).ShouldBe(("text", "transactional", "Hi {{ customer.first_name }}"));
    }
}
