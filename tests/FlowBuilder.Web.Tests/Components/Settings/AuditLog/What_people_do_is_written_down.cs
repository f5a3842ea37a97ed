using System.Net;
using System.Text.RegularExpressions;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model.Companies;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Settings.AuditLog;

/// <summary>Every operation that moves something leaves a line in the same words, whoever asks for it.</summary>
public sealed class What_people_do_is_written_down(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Reviewed = "Reviewed follow-up";

    [Fact]
    public async Task Reviews_approved_and_rejected()
    {
        var manager = host.Manager();
        await manager.PublishAsync(Documents.FollowUp(Reviewed, review: true));
        var approved = await host.SendEstimateAsync($"audit-{Guid.NewGuid():N}");
        var review = (await manager.GetAsync($"reviews?customer={approved}")).Items[0];
        (await manager.PostAsync(
            $"reviews/{review.GetProperty("id").GetString()}/approve",
            $$"""{"etag":"{{review.GetProperty("etag").GetString()}}"}""")).Expect(HttpStatusCode.OK);
        (await LastAsync("review.approve")).Words.ShouldBe($"approved a review of “{Reviewed}”");

        var rejected = await host.SendEstimateAsync($"audit-{Guid.NewGuid():N}");
        var other = (await manager.GetAsync($"reviews?customer={rejected}")).Items[0].GetProperty("id").GetString();
        (await manager.PostAsync($"reviews/{other}/reject", """{"reason":"Ann has cancer","tidyUp":true}""")).Expect(HttpStatusCode.OK);
        var line = await LastAsync("review.reject");
        (line.Words, line.By, line.ActorId).ShouldBe(($"rejected a review of “{Reviewed}”, tidying up", "manage-1", line.ActorId));
        line.ActorId.ShouldStartWith("key:");
        (await LinesAsync()).ShouldAllBe(one => !one.Words.Contains("Ann", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_call_leaves_no_line()
    {
        var manager = host.Manager();
        await manager.PublishAsync(Documents.FollowUp(Reviewed, review: true));
        var customer = await host.SendEstimateAsync($"audit-{Guid.NewGuid():N}");
        var review = (await manager.GetAsync($"reviews?customer={customer}")).Items[0].GetProperty("id").GetString();
        var before = (await LinesAsync()).Count;
        (await manager.PostAsync($"reviews/{review}/approve", """{"etag":"stale"}""")).Expect(HttpStatusCode.PreconditionFailed);
        (await LinesAsync()).Count.ShouldBe(before);
    }

    [Fact]
    public async Task Runs_started_and_stopped_and_to_dos_done()
    {
        var manager = host.Manager();
        var byHand = await manager.PublishAsync(Documents.ByHand);
        await manager.PublishAsync(Documents.FollowUp("Nudges"));
        var customer = await host.SendEstimateAsync($"audit-{Guid.NewGuid():N}");
        var run =
            (await manager.PostAsync($"sequences/{byHand}/enroll", $$"""{"userId":"{{customer}}"}""")).Expect(HttpStatusCode.OK)["id"];
        var entered = await LastAsync("enrollment.start");
        entered.Words.ShouldBe("enrolled a customer in “By hand” by hand");
        await using (var context = host.Context())
        {
            var id = await context.CustomerKeys
                .Where(key => key.Value == customer)
                .Select(key => key.CustomerId)
                .FirstAsync(TestContext.Current.CancellationToken);
            entered.Subject.ShouldBe($"{id}");
        }

        (await manager.PostAsync($"enrollments/{run}/stop")).Expect(HttpStatusCode.OK);
        (await LastAsync("enrollment.stop")).Words.ShouldBe("stopped a run of “By hand”");

        var toDo = (await manager.GetAsync($"todos?customer={customer}")).Items[0].GetProperty("id").GetString();
        (await manager.PostAsync($"todos/{toDo}/complete")).Expect(HttpStatusCode.OK);
        (await LastAsync("to-do.complete")).Words.ShouldBe("checked off a to-do");
    }

    [Fact]
    public async Task Customers_changed_imported_and_erased_without_their_names()
    {
        var manager = host.Manager();
        (await manager.PutAsync("customers/ada@lovelace.example", """{"fields":{"name":"Ada Lovelace"}}""")).Expect(HttpStatusCode.Created);
        (await LastAsync("customer.change")).Words.ShouldBe("changed a customer");
        (await manager.PutAsync("customers/ada@lovelace.example", """{"automationsOff":true}""")).Expect(HttpStatusCode.OK);
        (await LastAsync("customer.change")).Words.ShouldBe("changed a customer and turned automations off");
        (await manager.SendAsync(
            HttpMethod.Post, "customers/import", "user_id,name\ngrace,Grace Hopper\njoan,Joan Clarke\n", [],
            "text/csv")).Expect(HttpStatusCode.OK);
        (await LastAsync("customer.import")).Words.ShouldBe("imported 2 customers from a file");
        (await manager.DeleteAsync("customers/ada@lovelace.example")).Expect(HttpStatusCode.NoContent);
        (await LastAsync("customer.erase")).Words.ShouldContain("erased");
        (await LinesAsync()).ShouldAllBe(
            line => !$"{line.Words}{line.Subject}{line.Before}{line.After}".Contains("ada", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Two_customers_merged_by_name_until_the_person_is_erased()
    {
        var manager = host.Manager();
        foreach (var (id, name) in ((string, string)[])[("kept-17", "Kepler Stays"), ("gone-17", "Galilea Goes")])
            (await manager.PutAsync($"customers/{id}", $$$"""{"fields":{"name":"{{{name}}}"}}""")).Expect(HttpStatusCode.Created);
        (await manager.PostAsync("customers/kept-17/merge", """{"other":"gone-17"}""")).Expect(HttpStatusCode.OK);
        var line = await LastAsync("customer.merge");
        line.Words.ShouldMatch("^merged customer [0-9]+ into a customer$", "a line is sealed for ever and names no one");

        var shown = await PageAsync();
        shown.ShouldContain("Merged Galilea Goes (gone-17) into a customer");
        shown.ShouldContain("Customer: Kepler Stays");
        shown.ShouldNotContain(line.Words, Case.Insensitive);

        // Lines sealed before the words were changed stay as they are, and are shown alike.
        var number = line.Words.Split(' ')[2];
        await host.Services
            .GetRequiredService<AuditTrail>()
            .AppendAsync(
                new CompanyId(1), new Actor("key:9", "Earlier"), "customer.merge", line.Subject, $"joined customer {number} to a customer");
        shown = await PageAsync();
        Regex.Count(shown, Regex.Escape("Merged Galilea Goes (gone-17) into a customer")).ShouldBe(2);
        shown.ShouldNotContain($"customer {number}", Case.Insensitive);
        (await manager.GetAsync("customers/kept-17/timeline"))
            .Expect(HttpStatusCode.OK).Text
            .ShouldContain("Merged with Galilea Goes (gone-17)");

        (await manager.DeleteAsync("customers/kept-17")).Expect(HttpStatusCode.NoContent);
        shown = await PageAsync();
        shown.ShouldContain("Merged a customer who is no longer here into a customer");
        foreach (var word in (string[])["Galilea", "Kepler", "gone-17", "kept-17"]) shown.ShouldNotContain(word);

        async Task<string> PageAsync()
        {
            using var browser = await host.SignedInAsync("owner");
            return WebUtility.HtmlDecode(
                await browser.GetStringAsync(
                    Web.Components.Settings.AuditLog.AuditQuery.PageAddress + "?kind=customer", TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task The_clock_moved()
    {
        (await host.Manager().AdvanceAsync("P1D")).Expect(HttpStatusCode.OK);
        var line = await LastAsync("clock.move");
        line.Words.ShouldBe("moved the clock");
        line.Before.ShouldNotBe(line.After);
    }

    private async Task<AuditLogRow> LastAsync(string action) => (await LinesAsync()).Last(line => line.Action == action);

    private async Task<List<AuditLogRow>> LinesAsync()
    {
        await using var context = host.Context();
        return await context.AuditLog.AsNoTracking().OrderBy(line => line.Id).ToListAsync(TestContext.Current.CancellationToken);
    }
}
