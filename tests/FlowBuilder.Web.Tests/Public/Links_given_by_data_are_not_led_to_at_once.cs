using System.Net;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Templates;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Public;

public sealed class Links_given_by_data_are_not_led_to_at_once(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("https://evil.example/login", false)]
    [InlineData("https://greenvalley.example.evil.example/", false)]
    [InlineData("https://plans.example/spring", true)]
    public async Task But_what_the_company_wrote_is(string target, bool atOnce)
    {
        var stop = TestContext.Current.CancellationToken;
        var manager = host.Manager();
        (await manager.PutAsync(
            "templates/links",
            """{"name":"Links","channel":"email","subject":"s","html":"<a href=\"{{ customer.website }}\">yours</a><a href=\"https://plans.example/x\">ours</a>"}"""))
                .Expect(
                HttpStatusCode.OK);
        var cache = host.Services.GetRequiredService<TemplateCache>();
        cache.Writes(new CompanyId(1), "links", new Uri(target).Host).ShouldBe(atOnce);
        cache.Writes(new CompanyId(2), "links", "plans.example").ShouldBeFalse();

        var id = Stories.NewCustomer();
        (await manager.PutAsync(
            $"customers/{id}",
            $$$"""{"fields":{"email":"{{{id}}}@example.com","website":"{{{target}}}"}}""")).Expect(HttpStatusCode.Created);
        await manager.PublishAsync("""
            { "format": "flowbuilder.sequence/1", "title": "Links", "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Linked" } }, { "id": "m", "kind": "action", "step": { "type": "email-customer", "template": "links" } } ],
              "edges": [ { "from": "t", "to": "m" } ] }
            """);
        await host.TellAsync("track", $$"""{"userId":"{{id}}","event":"Linked"}""");
        await using var context = host.Context();
        var message = await context.Messages.AsNoTracking()
            .Where(row => row.To == $"{id}@example.com")
            .Select(row => new { row.Id, row.CustomerId })
            .FirstAsync(stop);
        var url = host.Services
            .GetRequiredService<FlowBuilder.Runtime.Links.MessageLinks>()
            .Click(new CompanyId(1), new(message.CustomerId), new MessageId(message.Id), 0);
        using var browser = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(new Uri(new Uri(url).PathAndQuery, UriKind.Relative), stop);
        if (atOnce)
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            return;
        }

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(stop)).ShouldContain(new Uri(target).Host);
    }
}
