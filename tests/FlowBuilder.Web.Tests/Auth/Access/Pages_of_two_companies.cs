using System.Net;
using System.Text.RegularExpressions;
using FlowBuilder.Web.Components.Runs.Activity;
using FlowBuilder.Web.Components.Settings.AuditLog;
using FlowBuilder.Web.Components.Settings.Suppressions;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace FlowBuilder.Web.Tests.Auth.Access;

/// <summary>
/// The owner of company 2 opens every page. Where the address names something, something of company 1 must be answered exactly like
/// something nobody has; and nothing that company 1 named may stand on any page. The pages come from the route table.
/// </summary>
public sealed partial class Pages_of_two_companies(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Mark = "Zanzibar";

    /// <summary>For each page whose address names something: that something, of company 1.</summary>
    private static readonly Dictionary<string, Func<Things, Dictionary<string, string>>> Theirs = new(StringComparer.Ordinal)
    {
        ["/automations/sequences/{Id}"] = things => new() { ["Id"] = things.Sequence },
        ["/automations/sequences/{Id}/edit"] = things => new() { ["Id"] = things.Sequence },
        ["/automations/sequences/{Id}/versions"] = things => new() { ["Id"] = things.Sequence },
        ["/automations/activity/{Run:long}"] = things => new() { ["Run"] = things.Run },
        ["/settings/templates/{Key}"] = things => new() { ["Key"] = things.Template },
    };

    /// <summary>For each file to download: how it is asked for by a sequence, where it can be.</summary>
    private static readonly Dictionary<string, Func<string, string>> Asked = new(StringComparer.Ordinal)
    {
        [ActivityQuery.ExportAddress] = sequence => $"?sequence={sequence}",
        [AuditQuery.ExportAddress] = _ => "",
        [AuditSealExport.Address] = _ => "",
        [SuppressionExport.Address] = _ => "",
    };

    [Fact]
    public async Task Show_nothing_of_the_other_company()
    {
        var things = await MakeAsync();
        using var other = await host.SignedInAsync("owner", 2);
        var faults = new List<string>();
        foreach (var page in RouteTable.Pages(host.Services).Where(page => !RouteTable.IsOpen(page)))
        {
            var pattern = RouteTable.Pattern(page);
            var nobodys = await OpenAsync(other, Samples.Address(page));
            if (nobodys.Text.Contains(Mark, StringComparison.Ordinal)) faults.Add($"{pattern} shows what company 1 named");
            if (page.RoutePattern.Parameters.Count == 0) continue;
            if (!Theirs.TryGetValue(pattern, out var values))
            {
                faults.Add($"{pattern} has no case in {nameof(Pages_of_two_companies)}");
                continue;
            }

            var foreign = await OpenAsync(other, Samples.Address(page, values(things)));
            if (foreign.Status != nobodys.Status || Plain(foreign.Text) != Plain(nobodys.Text))
                faults.Add($"{pattern} answers {(int)foreign.Status} to a foreign id and {(int)nobodys.Status} to one no one has");
            if (foreign.Text.Contains(Mark, StringComparison.Ordinal))
                faults.Add($"{pattern} shows what company 1 named when asked for it");
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_to_download_hold_nothing_of_the_other_company()
    {
        var things = await MakeAsync();
        using var other = await host.SignedInAsync("owner", 2);
        var files = RouteTable.Files(host.Services);
        files.Select(RouteTable.Pattern).ShouldBe(Asked.Keys, ignoreOrder: true, "each file a person can download has a case here");
        foreach (var file in files.Select(RouteTable.Pattern))
        {
            var foreign = await OpenAsync(other, file + Asked[file](things.Sequence));
            foreign.Status.ShouldBe(HttpStatusCode.OK, file);
            foreign.Text.ShouldNotContain(Mark, customMessage: file);
            if (Asked[file]("") != Asked[file]("x"))
                foreign.Text.ShouldBe((await OpenAsync(other, file + Asked[file]($"{Guid.NewGuid()}"))).Text, file);
        }
    }

    [Fact]
    public void No_case_is_for_a_page_that_is_gone() =>
        Theirs.Keys.Except(RouteTable.Pages(host.Services).Select(RouteTable.Pattern)).ShouldBeEmpty();

    [Fact]
    public async Task A_person_of_both_sees_each_by_itself()
    {
        var both = await People.HireAsync(host.Services, "both-1", "owner", 1, "both@green.example");
        await People.HireAsync(host.Services, "both-2", "viewer", 2, "both@green.example");
        using var browser = await People.SignInAsync(host.CreateClient(new() { AllowAutoRedirect = false }), both);
        (await OpenAsync(browser, "/settings/system")).Status.ShouldBe(HttpStatusCode.OK);

        using var switched = await SwitchAsync(browser, 2);
        switched.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await OpenAsync(browser, "/settings/system")).Status.ShouldBe(HttpStatusCode.Forbidden);

        using var nowhere = await SwitchAsync(browser, 3);
        (await OpenAsync(browser, "/settings/system")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var back = await SwitchAsync(browser, 1);
        (await OpenAsync(browser, "/settings/system")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpResponseMessage> SwitchAsync(HttpClient browser, int company)
    {
        var page = await browser.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        return await People.SendAsync(browser, "/account/company", [.. People.HiddenFields(page), ("company", $"{company}")]);
    }

    /// <summary>Without what differs from answer to answer: tokens, nonces, the address itself, circuit descriptions.</summary>
    private static string Plain(string page) => Varying().Replace(page, "");

    private static async Task<(HttpStatusCode Status, string Text)> OpenAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<Things> MakeAsync()
    {
        var manager = host.Manager();
        await using (var context = host.Context())
            await context.Companies.ExecuteUpdateAsync(
                set => set.SetProperty(company => company.Website, $"https://{Mark}.example"), TestContext.Current.CancellationToken);
        (await manager.PutAsync(
            "templates/theirs",
            $$"""{"channel":"email","name":"{{Mark}} template","subject":"{{Mark}}","html":"<p>{{Mark}}</p>","text":"{{Mark}}"}""")).Expect(
                HttpStatusCode.OK);
        var sequence = await manager.PublishAsync(Documents.FollowUp($"{Mark} sequence", review: true));
        (await manager.PostAsync(
            "suppressions", $$"""{"address":"no@{{Mark}}.example","source":"{{Mark}}"}""")).Expect(HttpStatusCode.Created);
        await People.HireAsync(host.Services, $"{Mark}-1", "viewer");
        var customer = await host.SendEstimateAsync("two-companies");
        var run = (await manager.GetAsync($"enrollments?customer={customer}&sequence={sequence}")).Items.Single()
            .GetProperty("id").GetString()!;
        return new Things(sequence, "theirs", run);
    }

    private sealed record Things(string Sequence, string Template, string Run);

    [GeneratedRegex(
        """<!--Blazor.*?-->|nonce="[^"]*"|value="CfDJ8[^"]*"|action="[^"]*"|id="[^"]*"|for="[^"]*"|aria-[a-z]+="[^"]*"|href="[^"]*\?[^"]*"|_bl_[0-9a-f-]+""",
        RegexOptions.Singleline)]
    private static partial Regex Varying();
}
