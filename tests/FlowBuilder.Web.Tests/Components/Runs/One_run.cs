using System.Net;
using FlowBuilder.Application.Runs;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Web.Components.Runs;
using FlowBuilder.Web.Components.Runs.Activity;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Runs;

/// <summary>What the page of one run knows, and says.</summary>
public sealed class One_run(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Shows_where_it_came_along_and_where_it_stands()
    {
        var world = await RunWorld.MakeAsync(host);
        var run = await ReadAsync(world.Run);

        run.Why.ShouldBe($"Entered because of “Season {world.Number}”.");
        Tones(run).ShouldBe("t lit, ask lit, gold dim, mail lit, w here, thanks dim, stop dim, untag dim");
        Lit(run).ShouldBe(["t>ask", "ask>mail", "mail>w"]);
        run.Cards.Single(card => card.Id == "w").Problem.ShouldBe("The customer is here.");
        run.StandsOn.ShouldBe("wait 2 days");
        run.Later.ShouldBe([("thanks", "add the tag “thanked”")]);
    }

    [Fact]
    public async Task Says_which_way_it_took_and_why()
    {
        var world = await RunWorld.MakeAsync(host, tag: "vip");
        var vip = await ReadAsync(world.Run);
        var other = await ReadAsync((await world.AnotherAsync()).Run);

        vip.Steps[0].Decision.ShouldBe("Yes, because the customer has the tag “vip”.");
        other.Steps[0].Decision.ShouldBe("Otherwise, because it is not true that the customer has the tag “vip”.");
        Lit(vip).ShouldBe(["t>ask", "ask>gold"]);
        vip.IsOver.ShouldBeTrue();
        vip.StandsOn.ShouldBeNull();
    }

    [Fact]
    public async Task Shows_the_Stop_When_that_ended_it_and_what_was_done_then()
    {
        var world = await RunWorld.MakeAsync(host);
        await world.TellAsync("Halt");
        var run = await ReadAsync(world.Run);

        Tones(run).ShouldBe("t lit, ask lit, gold dim, mail lit, w skipped, thanks dim, stop lit, untag lit");
        Lit(run).ShouldBe(["t>ask", "ask>mail", "mail>w", "stop>untag"]);
        run.Steps.Select(step => step.Result).ShouldBe([StepResult.Done, StepResult.Done, StepResult.Cancelled, StepResult.Done]);
        run.Line.EndReason.ShouldBe($"Stopped because “Halt {world.Number}” has happened since the customer entered.");
    }

    [Fact]
    public async Task Shows_a_failed_step_with_its_reason_and_spares_a_line_that_was_jumped()
    {
        var world = await RunWorld.MakeAsync(host);
        (await host.Manager().PostAsync($"enrollments/{world.Run}/move", """{"node":"thanks"}""")).Expect(HttpStatusCode.OK);
        await using (var context = host.Context())
            await context.StepRuns
                .Where(step => step.EnrollmentId == world.Run && step.Node == "mail")
                .ExecuteUpdateAsync(
                    set => set.SetProperty(step => step.Result, StepResult.Failed)
                        .SetProperty(step => step.Because, "The address does not exist."),
                    TestContext.Current.CancellationToken);
        var run = await ReadAsync(world.Run);

        run.Cards.Single(card => card.Id == "mail")
            .ShouldSatisfyAllConditions(card => card.Tone.ShouldBe("failed"), card => card.Problem.ShouldBe("The address does not exist."));
        run.Cards.Single(card => card.Id == "w").Problem!.ShouldContain("Moved ahead by hand");
    }

    [Fact]
    public async Task Opens_the_message_it_sent_and_no_message_of_another_run()
    {
        var world = await RunWorld.MakeAsync(host, "Dora");
        var other = await world.AnotherAsync("Emma");
        var message = (await ReadAsync(world.Run)).Steps.SelectMany(step => step.Messages).ShouldHaveSingleItem();
        (message.State, message.Subject, message.To).ShouldBe((MessageState.Sent, "The season, Dora", $"{world.Customer}@example.com"));

        (await PageAsync(
            "manager", $"{ActivityQuery.RunAddress(world.Run)}?message={message.Id}")).ShouldContain("data-testid=\"preview-frame\"");
        (await host.Services
            .GetRequiredService<RunStories>()
            .MessageAsync(
                new CompanyId(1), world.Run, message.Id, TestContext.Current.CancellationToken))!.Html!.ShouldContain("Hello Dora");
        (await host.Services
            .GetRequiredService<RunStories>()
            .MessageAsync(new CompanyId(1), other.Run, message.Id, TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Says_so_when_the_words_of_a_message_are_no_longer_kept()
    {
        var world = await RunWorld.MakeAsync(host);
        var message = (await ReadAsync(world.Run)).Steps.SelectMany(step => step.Messages).Single();
        await using var context = host.Context();
        await context.MessageBodies.Where(body => body.MessageId == message.Id).ExecuteDeleteAsync(TestContext.Current.CancellationToken);

        (await host.Services
            .GetRequiredService<RunStories>()
            .MessageAsync(
                new CompanyId(1), world.Run, message.Id,
                TestContext.Current.CancellationToken))!.Text.ShouldBe("Its text is no longer stored.");
    }

    [Fact]
    public async Task Of_an_erased_customer_is_still_there_without_a_name()
    {
        var world = await RunWorld.MakeAsync(host, "Gone");
        (await host.Manager().DeleteAsync($"customers/{world.Customer}")).Expect(HttpStatusCode.NoContent);

        var run = await ReadAsync(world.Run);

        run.Line.Name.ShouldBe("No name");
        run.Why.ShouldBe("The reason is no longer known.");
        (await PageAsync("manager", new ActivityQuery(Sequence: Guid.Parse(world.Sequence)).Address())).ShouldContain("No name");
    }

    private async Task<RunView> ReadAsync(long run) =>
        (await host.Services.GetRequiredService<RunReader>().ReadAsync(new CompanyId(1), run, TestContext.Current.CancellationToken))!;

    private async Task<string> PageAsync(string role, string address)
    {
        using var browser = await host.SignedInAsync(role);
        return WebUtility.HtmlDecode(
            await browser.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));
    }

    /// <summary>Of each card, in the order in which they were drawn.</summary>
    private static string Tones(RunView run) =>
        string.Join(
            ", ",
            ((string[])[
                "t", "ask", "gold", "mail", "w", "thanks", "stop", "untag"
            ]).Select(node => $"{node} {run.Cards.Single(card => card.Id == node).Tone}"));

    private static IEnumerable<string> Lit(RunView run) =>
        run.Edges.Where(edge => edge.Tone == "lit").Select(edge => $"{edge.From}>{edge.To}");
}
