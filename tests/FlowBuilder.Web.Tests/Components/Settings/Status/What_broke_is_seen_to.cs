using System.Net;
using Bunit;
using FlowBuilder.Application.Mending;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model.Engine;
using FlowBuilder.Web.Components.Home;
using FlowBuilder.Web.Components.Settings.Status;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Components.Settings.Status;

/// <summary>What the engine set aside is listed in words, tried again or given up, by those who may, and told of.</summary>
public sealed class What_broke_is_seen_to : IAsyncLifetime
{
    private const string Bug = "System.InvalidOperationException: Sequence contains no elements at FlowBuilder.Core";

    private readonly ApiHost _host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Tried_again_it_is_done_and_gone_with_a_line_in_the_audit_log()
    {
        var manager = _host.Manager();
        await manager.PublishAsync(Documents.FollowUp());
        var customer = await CustomerAsync("broken-1");
        await ParkAsync(
            5, customer,
            new TurnInput.Happened(new CustomerEvent
            {
                Seq = 900_000 * 1024, Name = "Estimate Sent", At = DateTimeOffset.UnixEpoch, ArrivedAt = DateTimeOffset.UnixEpoch,
                Record = new RecordKey("estimate", "E-1"), Source = "crm"
            }));

        var item = (await manager.GetAsync("parked-inputs")).Expect(HttpStatusCode.OK).Items.ShouldHaveSingleItem();
        (item.GetProperty(
            "id").GetString(), item.GetProperty(
                "kind").GetString(), item.GetProperty(
                    "words").GetString(), item.GetProperty("customer").GetString(), item.GetProperty("canBeTriedAgain").GetBoolean())
            .ShouldBe(("5", "happened", "an event was not processed", "broken-1", true));
        (await manager.GetAsync("parked-inputs")).Text.ShouldNotContain("Exception");

        (await manager.PostAsync("parked-inputs/5/retry")).Expect(HttpStatusCode.NoContent);
        (await manager.GetAsync("parked-inputs")).Items.ShouldBeEmpty();
        (await manager.GetAsync("enrollments?customer=broken-1")).Items.ShouldHaveSingleItem();
        (await manager.PostAsync("parked-inputs/5/retry")).Expect(HttpStatusCode.NotFound);
        var line = (await _host.AuditAsync("customer.input-retry")).ShouldHaveSingleItem();
        (line.Words, line.Subject, line.By).ShouldBe(("retried what failed: an event was not processed", $"{customer}", "manage-1"));
    }

    [Fact]
    public async Task Given_up_it_is_gone_and_what_cannot_be_tried_again_says_so()
    {
        var manager = _host.Manager();
        var customer = await CustomerAsync("broken-2");
        await ParkAsync(6, customer, null);
        var item = (await manager.GetAsync("parked-inputs")).Items.ShouldHaveSingleItem();
        (item.GetProperty("kind").GetString(), item.GetProperty("canBeTriedAgain").GetBoolean()).ShouldBe(("unknown", false));
        (await manager.PostAsync("parked-inputs/6/retry"))
            .Expect(HttpStatusCode.Conflict)["detail"]
            .ShouldContain("It can only be discarded");
        (await manager.PostAsync("parked-inputs/6/give-up")).Expect(HttpStatusCode.NoContent);
        (await manager.PostAsync("parked-inputs/6/give-up")).Expect(HttpStatusCode.NotFound);
        (await manager.PostAsync("parked-inputs/x/give-up")).Expect(HttpStatusCode.NotFound);
        (await _host.AuditAsync("customer.input-give-up")).ShouldHaveSingleItem().Words
            .ShouldBe("discarded what failed: something an older version of the program set aside");
    }

    [Fact]
    public async Task The_system_page_shows_it_to_those_who_may_in_words_with_both_ways_out()
    {
        var customer = await CustomerAsync("broken-3");
        await ParkAsync(7, customer, new TurnInput.Due(new(4711)));
        await ParkAsync(8, customer, new TurnInput.MessageDue(new(4712)));
        using var screen = await Screen.OpenAsync(_host, "admin");
        var card = screen.Render<ParkedCard>();
        card.WaitForAssertion(() => card.FindAll("[data-testid=set-aside-line]").Count.ShouldBe(2));
        card.Markup.ShouldNotContain("Exception");
        card.Markup.ShouldContain("A run did not continue to its next step.");

        // Two steps to give up, one to try again.
        await card.FindAll("[data-testid=set-aside-give-up]")[0].ClickAsync(new());
        card.FindAll("[data-testid=set-aside-line]").Count.ShouldBe(2);
        await card.FindAll("[data-testid=set-aside-give-up]")[0].ClickAsync(new());
        card.WaitForAssertion(() => card.FindAll("[data-testid=set-aside-line]").Count.ShouldBe(1));
        await card.Find("[data-testid=set-aside-retry]").ClickAsync(new());
        card.WaitForAssertion(() => card.Find("[data-testid=set-aside-said]").TextContent.ShouldBe("It was done."));
        card.FindAll("[data-testid=set-aside-line]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Home_has_a_line_for_those_who_may_see_to_it()
    {
        Matters.SetAside(
            await _host.Services.GetRequiredService<ParkedInputReader>().CountAsync(new CompanyId(1), Cancellation)).ShouldBeNull();
        await ParkAsync(9, await CustomerAsync("broken-4"), new TurnInput.Due(new(1)));
        Matters.SetAside(await _host.Services.GetRequiredService<ParkedInputReader>().CountAsync(new CompanyId(1), Cancellation))
            .ShouldBe(new AttentionItem(
                "matter-set-aside", 1, "item was set aside because something went wrong", "/settings/system#set-aside"));
        foreach (var (role, sees) in ((string, bool)[])[("admin", true), ("manager", false)])
        {
            using var browser = await _host.SignedInAsync(role);
            (await new Client(browser).GetAsync("/")).Text.Contains("matter-set-aside", StringComparison.Ordinal).ShouldBe(sees, role);
        }
    }

    private async Task<long> CustomerAsync(string userId)
    {
        await _host.TellAsync("identify", $$$"""{"userId":"{{{userId}}}","traits":{"email":"{{{userId}}}@example.com"}}""");
        await using var context = _host.Context();
        return await context.CustomerKeys.Where(key => key.Value == userId).Select(key => key.CustomerId).SingleAsync(Cancellation);
    }

    private async Task ParkAsync(long id, long customer, TurnInput? input)
    {
        await using var context = _host.Context();
        context.ParkedInputs.Add(new ParkedInputRow
        {
            Id = id, CustomerId = customer, At = DateTimeOffset.UnixEpoch, Error = Bug,
            Kind = input is null ? "" : StoredInput.KindOf(input),
            Input = input is null ? "Due { Enrollment = 5 }" : StoredInput.Write(input),
        });
        await context.SaveChangesAsync(Cancellation);
    }
}
