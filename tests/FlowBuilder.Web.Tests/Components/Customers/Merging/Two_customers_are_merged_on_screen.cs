using System.Net;
using Bunit;
using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Customers.Merging;
using FlowBuilder.Application.Lists;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Api.Tracking.Arrivals;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Components.Customers.Merging;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Customers.Merging;

public sealed class Two_customers_are_merged_on_screen(ApiHost host) : IClassFixture<ApiHost>
{
    private async Task<(Screen Screen, IRenderedComponent<MergePage> Page)> OpenAsync(string role = "owner")
    {
        var screen = await Screen.OpenAsync(host, role);
        screen.Services
            .AddSingleton(host.Services.GetRequiredService<MergeCandidates>())
            .AddSingleton(host.Services.GetRequiredService<CustomerMerger>());
        return (screen, screen.Render<MergePage>());
    }

    private async Task<CustomerChoice> CustomerAsync(string id, string name, string more = "")
    {
        await host.TellAsync("identify", $$$"""{"userId":"{{{id}}}","traits":{"first_name":"{{{name}}}"{{{more}}}}}""");
        await using var context = host.Context();
        var row = await context.Customers.SingleAsync(one => one.UserId == id, Xunit.TestContext.Current.CancellationToken);
        return new CustomerChoice(row.Id, row.Name, row.Email);
    }

    [Fact]
    public async Task Both_stand_side_by_side_and_become_one_after_a_dialog()
    {
        var stays = await CustomerAsync("s1", "Mia", ""","email":"mia@x.example","tags":["vip"]""");
        var goes = await CustomerAsync("s2", "Maria", ""","phone":"+14155552671","city":"Hull" """);
        var (screen, page) = await OpenAsync();
        await using var _ = screen;
        var dialogs = screen.Dialogs();

        await page.InvokeAsync(() => page.Instance.ChooseAsync(stays, goes));
        await page.InvokeAsync(() => page.Render());
        var sides = page.Find("[data-testid=merge-sides]").TextContent;
        foreach (var seen in (string[])["Mia", "Maria", "s1", "s2", "mia@x.example", "+14155552671", "vip"]) sides.ShouldContain(seen);

        var clicked = page.Find("[data-testid=merge]").ClickAsync(new());
        dialogs.WaitForElement("[data-testid=merge-sure]");
        dialogs.Find("[data-testid=merge-question]").TextContent.ShouldBe("Maria will be merged into Mia.");
        dialogs.Find("[data-testid=merge-happens]").TextContent.ShouldContain("This cannot be undone.");
        await dialogs.Find("[data-testid=merge-sure]").ClickAsync(new());
        await clicked;
        page.WaitForElement("[data-testid=merge-done]", TimeSpan.FromSeconds(30)).TextContent.ShouldContain("Maria was merged into Mia.");

        var one = (await host.Manager().GetAsync("customers/s2")).Expect(HttpStatusCode.OK).Json;
        (one.GetProperty(
            "userId").GetString(), one.GetProperty("fields")
                .GetProperty(
                    "first_name").GetString(), one.GetProperty("fields")
                        .GetProperty("phone").GetString()).ShouldBe(("s1", "Mia", "+14155552671"));
        var arrival = host.Services.GetRequiredService<RecentArrivals>().Of(new CompanyId(1))[0];
        (arrival.Door, arrival.Understood).ShouldBe(
            ("A person at a screen", "Merges two known customers into one, because a person said so."));
        await using var context = host.Context();
        var line = await context.AuditLog.SingleAsync(
            entry =>
                entry.Action == "customer.merge" && entry.Subject == stays.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Xunit.TestContext.Current.CancellationToken);
        line.By.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task To_dos_are_counted_apart_from_estimates_and_visits()
    {
        var stays = await CustomerAsync("s8", "Tom");
        var goes = await CustomerAsync("s9", "Thomas");
        await host.TellAsync("track", """{"userId":"s9","event":"Estimate Sent","properties":{"estimate_id":"E-s9"}}""");
        foreach (var number in (int[])[1, 2])
            await host.TellAsync("track", $$$"""{"userId":"s9","event":"To-Do Added","properties":{"todo_id":"T-s9-{{{number}}}"}}""");
        var (screen, page) = await OpenAsync();
        await using var _ = screen;
        await page.InvokeAsync(() => page.Instance.ChooseAsync(stays, goes));
        await page.InvokeAsync(() => page.Render());
        var rows = page.FindAll("[data-testid=merge-sides] tbody tr")
            .ToDictionary(
                row => row.QuerySelector("th")!.TextContent,
                row => string.Join(" | ", row.QuerySelectorAll("td").Select(cell => cell.TextContent)));
        (rows["Estimates, invoices, visits..."], rows["To-dos"]).ShouldBe(("none | 1 record", "none | 2 to-dos"));
    }

    [Fact]
    public async Task A_dialog_that_is_left_merges_nobody_and_the_other_one_can_stay()
    {
        var first = await CustomerAsync("s3", "Ann");
        var second = await CustomerAsync("s4", "Anna");
        var (screen, page) = await OpenAsync();
        await using var _ = screen;
        var dialogs = screen.Dialogs();
        await page.InvokeAsync(() => page.Instance.ChooseAsync(first, second));
        await page.InvokeAsync(() => page.Render());
        await page.Find("[data-testid=merge-swap]").ClickAsync(new());
        var clicked = page.Find("[data-testid=merge]").ClickAsync(new());
        dialogs.WaitForElement("[data-testid=merge-cancel]");
        dialogs.Find("[data-testid=merge-question]").TextContent.ShouldBe("Ann will be merged into Anna.");
        await dialogs.Find("[data-testid=merge-cancel]").ClickAsync(new());
        await clicked;

        page.FindAll("[data-testid=merge-done]").ShouldBeEmpty();
        (await host.Manager().GetAsync("customers/s3")).Expect(HttpStatusCode.OK)["userId"].ShouldBe("s3");
        (await host.Manager().GetAsync("customers/s4")).Expect(HttpStatusCode.OK)["userId"].ShouldBe("s4");
    }

    [Fact]
    public async Task The_same_one_twice_a_visitor_and_somebody_gone_are_told_in_words()
    {
        var one = await CustomerAsync("s5", "Bea");
        await host.TellAsync("identify", """{"anonymousId":"v-1","traits":{"first_name":"Vic"}}""");
        await using var context = host.Context();
        var visitor = await context.Customers.SingleAsync(row => row.Name == "Vic", Xunit.TestContext.Current.CancellationToken);
        var (screen, page) = await OpenAsync();
        await using var _ = screen;

        await ChooseAsync(one, one);
        page.Find("[data-testid=merge-state]").TextContent.ShouldBe("Both are the same customer. Choose a different one.");
        page.Find("[data-testid=merge]").HasAttribute("disabled").ShouldBeTrue();

        await ChooseAsync(one, new CustomerChoice(visitor.Id, "Vic", null));
        page.Find("[data-testid=merge-state]").TextContent.ShouldStartWith("Vic is known only as a visitor");
        page.Find("[data-testid=merge]").HasAttribute("disabled").ShouldBeTrue();

        await ChooseAsync(one, new CustomerChoice(long.MaxValue, "Gone", null));
        page.Find("[data-testid=merge-fault]").TextContent.ShouldContain("no longer exists");
        page.FindAll("[data-testid=merge]").ShouldBeEmpty();

        async Task ChooseAsync(CustomerChoice first, CustomerChoice second)
        {
            await page.InvokeAsync(() => page.Instance.ChooseAsync(first, second));
            await page.InvokeAsync(() => page.Render());
        }
    }

    [Fact]
    public async Task Who_may_not_change_customers_does_not_get_in()
    {
        var screen = await Screen.OpenAsync(host, "reviewer");
        await using var _ = screen;
        screen.Services
            .AddSingleton(host.Services.GetRequiredService<MergeCandidates>())
            .AddSingleton(host.Services.GetRequiredService<CustomerMerger>());
        Should.Throw<NotAllowedException>(() => screen.Render<MergePage>());
    }

    [Fact]
    public async Task Another_companys_customer_is_not_there()
    {
        await host.TellAsync("identify", """{"userId":"theirs","traits":{"first_name":"Theo"}}""", company: 2);
        await using var context = host.Context(2);
        var theirs = await context.Customers.SingleAsync(row => row.UserId == "theirs", Xunit.TestContext.Current.CancellationToken);
        var (screen, page) = await OpenAsync();
        await using var _ = screen;
        await page.InvokeAsync(() => page.Instance.ChooseAsync(new CustomerChoice(theirs.Id, "Theo", null), null));
        await page.InvokeAsync(() => page.Render());
        page.Find("[data-testid=merge-fault]").TextContent.ShouldContain("no longer exists");
        page.Markup.ShouldNotContain("theirs");
    }
}
