using System.Net;
using FlowBuilder.Application.Companies;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Auth.Accounts.SetUp;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Accounts.SetUp;

public sealed class An_installation_is_set_up_once
{
    private const string Password = "gravel-sunday-trombone";

    [Fact]
    public async Task By_its_link_which_makes_company_and_owner_and_signs_in()
    {
        await using var host = new ApiHost();
        var browser = host.Browser();
        var answer = await People.SubmitAsync(browser, LinkOf(host), Form());
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        WebUtility.HtmlDecode(await browser.GetStringAsync("/settings/users", TestContext.Current.CancellationToken))
            .ShouldContain("María López");

        var company = host.Services.GetRequiredService<ICompanyCache>().Find(new CompanyId(3))!;
        (company.Name, company.TimeZone, company.Subscription).ShouldBe(("Blue Pools", "America/Chicago", Subscription.Growth));
        (company.Owner!.Id, company.Owner.Role, company.Owner.Email).ShouldBe(("maria-lopez", "owner", "maria@bluepools.example"));
        (await host.AuditAsync("company.set-up", 3)).Single().Words.ShouldBe("set up FlowBuilder for “Blue Pools” and became its owner");

        (await browser.GetAsync(LinkOf(host), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.Browser().GetStringAsync("/sign-in", TestContext.Current.CancellationToken)).ShouldNotContain("must-be-set-up");
    }

    [Fact]
    public async Task A_forged_link_is_no_page()
    {
        await using var host = new ApiHost();
        var link = LinkOf(host);
        foreach (var forged in (string[])[
            "/set-up/", "/set-up/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", link + "A", link[..^1] + (link[^1] == 'A' ? 'B' : 'A')
        ])
        {
            var answer = await host.Browser().GetAsync(forged, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, forged);
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Page not found");
        }
    }

    [Fact]
    public async Task Of_two_at_the_same_moment_one_wins()
    {
        await using var host = new ApiHost();
        var link = LinkOf(host);
        var browsers = Enumerable.Range(0, 4).Select(_ => host.Browser()).ToList();
        var pages = await Task.WhenAll(browsers.Select(browser => browser.GetStringAsync(link, TestContext.Current.CancellationToken)));
        var answers = await Task.WhenAll(browsers.Select(
            (browser, i) => People.SendAsync(browser, link, [.. People.HiddenFields(pages[i]), .. Form($"maria{i}@bluepools.example")])));
        answers.Select(answer => answer.StatusCode).Order()
            .ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound]);
        await using var context = host.Rows();
        (await context.Accounts.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await context.Companies.IgnoreQueryFilters().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(3);
    }

    [Fact]
    public async Task Who_sends_the_form_when_somebody_else_was_quicker_finds_no_page()
    {
        await using var host = new ApiHost();
        var link = LinkOf(host);
        var slow = host.Browser();
        var page = await slow.GetStringAsync(link, TestContext.Current.CancellationToken);
        (await People.SubmitAsync(host.Browser(), link, Form())).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var answer = await People.SendAsync(slow, link, [.. People.HiddenFields(page), .. Form("late@bluepools.example")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Page not found");
        await using var context = host.Rows();
        (await context.Accounts.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_the_link_stays_good()
    {
        await using var host = new ApiHost();
        var browser = host.Browser();
        foreach (var (field, value, words) in ((string, string, string)[])
            [
                ("Input.Company", " ", "company’s name"), ("Input.TimeZone", "Mars/Olympus", "time zone"),
                ("Input.Name", "\u200b", "your name"), ("Input.Email", "maria", "not an email address"),
                ("Input.Password", "short", "too short"), ("Input.Password", "bluepools2026", "guessed first")
            ])
        {
            var answer = await People.SubmitAsync(browser, LinkOf(host), [.. Form().Where(one => one.Name != field), (field, value)]);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            page.ShouldContain(words);
            page.ShouldNotContain(Password);
        }

        (await People.SubmitAsync(browser, LinkOf(host), Form())).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Nobody_learns_the_link_from_the_sign_in_page()
    {
        await using var host = new ApiHost();
        var page = await host.Browser().GetStringAsync("/sign-in", TestContext.Current.CancellationToken);
        page.ShouldContain("must-be-set-up");
        page.ShouldNotContain(LinkOf(host).Split('/')[^1]);
    }

    [Fact]
    public async Task It_is_closed_while_somebody_can_sign_in_and_open_when_only_a_demo_was_left_behind()
    {
        await using var host = new ApiHost();
        await People.HireAsync(host.Services, "ann", "viewer");
        (await host.Browser().GetAsync(LinkOf(host), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await using var other = new ApiHost();
        await People.HireAsync(other.Services, "ann", "viewer");
        await using (var context = other.Rows())
            await context.Accounts.ExecuteUpdateAsync(
                set => set.SetProperty(account => account.Demo, true), TestContext.Current.CancellationToken);
        (await other.Browser().GetAsync(LinkOf(other), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        LinkOf(other).ShouldNotBe(LinkOf(host));
    }

    private static string LinkOf(ApiHost host) => new Uri(host.Services.GetRequiredService<SetUpLink>().Address).PathAndQuery;

    private static (string Name, string Value)[] Form(string email = "maria@bluepools.example") =>
        [
            ("Input.Company", "Blue Pools"), ("Input.TimeZone", "America/Chicago"), ("Input.Name", "María  López"), ("Input.Email", email),
            ("Input.Password", Password)
        ];
}
