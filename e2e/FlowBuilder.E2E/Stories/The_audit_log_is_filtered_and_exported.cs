using System.Text.RegularExpressions;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.E2E.Rig;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;

namespace FlowBuilder.E2E.Stories;

[Collection(typeof(InTheBrowser))]
public sealed class The_audit_log_is_filtered_and_exported(Chromium chromium)
{
    [Fact]
    public async Task By_person_kind_text_and_days_and_checked_for_gaps()
    {
        await using var site = await Site.StartAsync();
        var audit = site.Services.GetRequiredService<AuditTrail>();
        for (var number = 1; number <= 120; number++)
            await audit.AppendAsync(
                new CompanyId(1), number % 3 == 0 ? new Actor("user:mark", "Mark Marketer") : new Actor("user:olive", "Olive Green"),
                number % 2 == 0 ? "sequence.save" : "company.change", null, $"did thing number {number}");
        await using var olive = await Visitor.ComeAsync(chromium, site);
        var page = olive.Page;
        await olive.SignInAsync("olive");
        await olive.OpenAsync("settings/audit-log");
        var lines = page.GetByTestId("audit-line");
        await Assertions.Expect(lines).ToHaveCountAsync(50);
        await page.GetByTestId("audit-older").ClickAsync();
        await Assertions.Expect(lines.First).ToContainTextAsync("Did thing number 71");
        await page.GetByTestId("audit-older").ClickAsync();
        await Assertions.Expect(lines.Last).ToContainTextAsync("Did thing number 1");
        await Assertions.Expect(page.GetByTestId("audit-older")).ToHaveCountAsync(0);

        await page.GetByTestId("audit-person").SelectOptionAsync("user:mark");
        await page.GetByTestId("audit-kind").SelectOptionAsync("sequence");
        await page.GetByTestId("audit-text").FillAsync("NUMBER 1");
        await page.GetByTestId("audit-show").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("person=user%3Amark"));
        await Assertions.Expect(lines).ToHaveCountAsync(6);
        await page.ReloadAsync();
        await olive.AliveAsync();
        await Assertions.Expect(lines).ToHaveCountAsync(6);
        await olive.PictureAsync("audit-filtered");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("audit-export").ClickAsync());
        download.SuggestedFilename.ShouldStartWith("audit-log-");
        await using var file = await download.CreateReadStreamAsync();
        using var text = new StreamReader(file);
        (await text.ReadToEndAsync(TestContext.Current.CancellationToken))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length
            .ShouldBe(7);

        await page.GetByTestId("chain-check").ClickAsync();
        await Assertions.Expect(page.GetByTestId("chain-state")).ToContainTextAsync("unbroken from line 1");
        await using (var context = site.Context())
            await context.Database.ExecuteSqlRawAsync(
                "DROP TRIGGER audit_log_keeps_lines; UPDATE audit_log SET words = 'did nothing' WHERE id = 77",
                TestContext.Current.CancellationToken);
        await page.GetByTestId("chain-check").ClickAsync();
        await Assertions.Expect(page.GetByTestId("chain-state")).ToContainTextAsync("Broken at line 77");
        await olive.PictureAsync("audit-broken");

        await page.GetByTestId("audit-text").FillAsync("nothing like this");
        await page.GetByTestId("audit-show").ClickAsync();
        await Assertions.Expect(page.GetByTestId("audit-empty")).ToBeVisibleAsync();
        await page.GetByTestId("audit-clear").ClickAsync();
        await Assertions.Expect(lines).ToHaveCountAsync(50);
        olive.Faults.ShouldBeEmpty();
    }
}
