using System.Net;
using Bunit;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Access;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Web.Components.Templates;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Components.Templates;

public sealed class Templates_on_screen(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task The_list_says_where_a_template_is_used_in_drafts_and_in_what_is_live()
    {
        var manager = host.Manager();
        await manager.PublishAsync(Documents.FollowUp("Uses <b>it</b>"));
        (await manager.PutAsync(
            "templates/unused",
            """{"name":"<img src=x onerror=alert(1)>","channel":"text","text":"<script>alert(1)</script>"}""")).Expect(HttpStatusCode.OK);
        using var browser = await host.SignedInAsync("viewer");
        var html = await browser.GetStringAsync(new Uri("/settings/templates", UriKind.Relative), TestContext.Current.CancellationToken);
        var rows = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelectorAll("[data-testid=template]");
        rows.First(row => row.TextContent.Contains("Estimate reminder", StringComparison.Ordinal)).TextContent
            .ShouldContain("Uses <b>it</b>");
        rows.First(row => row.TextContent.Contains("<img src=x", StringComparison.Ordinal)).TextContent.ShouldContain("Not used");
        rows.ShouldAllBe(row => row.QuerySelectorAll("img, script, b").Length == 0);
        html.ShouldNotContain("new-template");
    }

    [Fact]
    public async Task A_page_of_a_template_nobody_has_or_another_company_has_is_not_there()
    {
        (await host.Manager(2)
            .PutAsync(
                "templates/theirs-alone",
                """{"name":"Secret of company 2","channel":"text","text":"Secret text"}""")).Expect(HttpStatusCode.OK);
        using var browser = await host.SignedInAsync("owner");
        foreach (var key in (string[])["theirs-alone", "nobodys"])
        {
            var html = await browser.GetStringAsync(
                new Uri($"/settings/templates/{key}", UriKind.Relative), TestContext.Current.CancellationToken);
            html.ShouldContain("data-testid=\"not-found\"");
            html.ShouldNotContain("Secret");
        }
    }

    [Fact]
    public async Task A_preview_shows_only_customers_of_the_own_company()
    {
        var customer = await host.SendEstimateAsync("preview-1", company: 2);
        await using var theirs = host.Context(2);
        var id = theirs.CustomerKeys.First(key => key.Value == customer).CustomerId;
        var previews = host.Services.GetRequiredService<TemplatePreviews>();
        var caller = new Caller(
            new CompanyId(1), new Actor("user:lena", "Lena"), "people", System.Collections.Frozen.FrozenSet<Right>.Empty);
        var draft = new TemplateVersion
        {
            Company = new CompanyId(1), Key = "x", Revision = 0, Name = "X", Channel = Channel.Text,
            Text = "{{ customer.email }} {{ company.name }} {{ company.hours }}"
        };
        (await previews.RenderAsync(caller, draft, new Core.Model.Ids.CustomerId(id), TestContext.Current.CancellationToken))
            .ShouldBeOfType<Rendering.Done>().Text
            .ShouldBe("ann.miller@example.com Company 1 Mon-Fri 8:00 AM-5:00 PM");
        (await previews.RenderAsync(
            caller with { Company = new CompanyId(2) }, draft, new Core.Model.Ids.CustomerId(id), TestContext.Current.CancellationToken))
            .ShouldBeOfType<Rendering.Done>().Text
            .ShouldStartWith($"{customer}@example.com");
        (await host.Services
            .GetRequiredService<CustomerSamples>()
            .FindAsync(caller, customer, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Welcome, with an offer!", "welcome-with-an-offer")]
    [InlineData("  Über Grün 100%  ", "uber-grun-100")]
    [InlineData("草", "template")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    public void A_key_is_made_of_the_name(string name, string key) => TemplateForm.KeyOf(name).ShouldBe(key);

    [Fact]
    public void Findings_lead_to_their_lines()
    {
        using var context = new BunitContext();
        TemplateFinding? wanted = null;
        var list = context.Render<FindingList>(parameters => parameters
            .Add(
                one => one.Findings,
                [
                    new TemplateFinding("html", 3, "Broken <b>here</b>."), new TemplateFinding("subject", 0, "An email needs a subject."),
                    new TemplateFinding("html", 3, "Broken <b>here</b>.")
                ])
            .Add(one => one.OnGoTo, finding => wanted = finding));
        list.FindAll("[data-testid=finding]")
            .Select(item => item.QuerySelector("span")!.TextContent)
            .ShouldBe(["HTML, line 3: Broken <b>here</b>.", "Subject: An email needs a subject.", "HTML, line 3: Broken <b>here</b>."]);
        list.FindAll("button").Count.ShouldBe(2);
        list.Find("button").Click();
        wanted!.Value.Line.ShouldBe(3);
        list.Render(parameters => parameters.Add(one => one.Findings, []));
        list.Markup.ShouldContain("No problems found");
    }

    [Fact]
    public void A_preview_stands_in_a_sandbox_and_says_that_pictures_are_missing()
    {
        using var context = new BunitContext();
        var frame = context.Render<PreviewFrame>(
            parameters => parameters.Add(one => one.Html, "<p>Hello</p><script>alert(1)</script><img src=https://cdn.example/x.png>"));
        var inner = frame.Find("iframe");
        inner.GetAttribute("sandbox").ShouldBe("");
        inner.GetAttribute("srcdoc")!.ShouldContain("<p>Hello</p>");
        inner.GetAttribute("srcdoc")!.ShouldNotContain("alert");
        frame.Find("[data-testid=blocked-pictures]").TextContent.ShouldStartWith("One picture");
    }
}
