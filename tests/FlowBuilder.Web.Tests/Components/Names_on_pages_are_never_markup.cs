using System.Net;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Web.Tests.Auth.Access;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components;

/// <summary>Everything that people and programs can name is named with a script; every page of the
/// route table is opened, and nowhere may it stand as markup.</summary>
public sealed class Names_on_pages_are_never_markup(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Hostile = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>";

    [Fact]
    public async Task On_any_page()
    {
        var sequence = await NameEverythingAsync();
        using var owner = await host.SignedInAsync("owner");
        var (faults, shown) = (new List<string>(), 0);
        foreach (var page in RouteTable.Pages(host.Services).Where(page => !RouteTable.IsOpen(page)))
        {
            using var answer = await owner.GetAsync(
                new Uri(Samples.Address(page, new Dictionary<string, string> { ["Id"] = sequence, ["Key"] = "hostile" }), UriKind.Relative),
                TestContext.Current.CancellationToken);
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (html.Contains("<img src=x", StringComparison.OrdinalIgnoreCase)
                || html.Contains("<script>alert", StringComparison.OrdinalIgnoreCase))
                faults.Add(RouteTable.Pattern(page));
            if (WebUtility.HtmlDecode(html).Contains("<img src=x onerror", StringComparison.Ordinal)) shown++;
        }

        faults.ShouldBeEmpty();
        shown.ShouldBeGreaterThan(8, "the names must have been on the pages at all");
    }

    private async Task<string> NameEverythingAsync()
    {
        var manager = host.Manager();
        await using (var context = host.Context())
        {
            var company = await context.Companies.SingleAsync(TestContext.Current.CancellationToken);
            (company.Name, company.Address, company.Website, company.Phone) = (Hostile, Hostile, Hostile, Hostile);
            context.Users.Add(new UserRow { Id = "hostile", Name = Hostile, Email = "h@green.example", Role = "viewer" });
            context.ApiKeys.Add(new ApiKeyRow
            {
                Id = 77, Name = Hostile, Source = Hostile, Scopes = "read", Hash = new string('a', 64), Prefix = "fb_77",
                CreatedBy = Hostile, CreatedAt = DateTimeOffset.UnixEpoch
            });
            context.Invitations.Add(new InvitationRow
            {
                Id = 78, Email = "\"<script>alert(2)</script>\"@green.example", Role = "viewer", InvitedBy = Hostile,
                TokenHash = new string('b', 64), CreatedAt = DateTimeOffset.UnixEpoch, ExpiresAt = DateTimeOffset.MaxValue
            });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await host.Engine.RefreshAsync(new CompanyId(1), TestContext.Current.CancellationToken);
        var quoted = System.Text.Json.JsonSerializer.Serialize(Hostile);
        (await manager.PutAsync(
            "templates/hostile",
            $$"""{"channel":"email","name":{{quoted}},"subject":{{quoted}},"html":"<p>Hello</p>","text":{{quoted}}}""")).Expect(
                HttpStatusCode.OK);
        var sequence = await manager.PublishAsync(Documents.FollowUp("HOSTILE", review: true)
            .Replace("\"HOSTILE\"", quoted, StringComparison.Ordinal)
            .Replace("\"Nudges until the estimate is answered.\"", quoted, StringComparison.Ordinal));
        await host.TellAsync(
            "identify",
            $$$"""{"userId":{{{quoted}}},"traits":{"first_name":{{{quoted}}},"last_name":{{{quoted}}},"email":"x@example.com","add_tags":[{{{quoted}}}]}}""");
        await host.TellAsync(
            "track",
            $$$"""{"userId":{{{quoted}}},"event":"Estimate Sent","properties":{"estimate_id":{{{quoted}}},"service":{{{quoted}}}}}""");
        return sequence;
    }
}
