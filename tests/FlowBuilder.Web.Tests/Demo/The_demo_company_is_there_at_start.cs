using System.Net;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Web.Demo;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Demo;

public sealed class The_demo_company_is_there_at_start
{
    [Fact]
    public async Task With_running_sequences_sent_emails_and_a_review_queue_and_only_once()
    {
        using var folder = new TestFolder();
        var (first, reviews) = await StartAsync(folder);
        first.Customers.ShouldBe(DemoCustomers.Count);
        first.Sequences.ShouldBe(DemoSequences.Keys.Length);
        first.Enrollments.ShouldBeGreaterThan(15);
        // Those that go at any hour; some wait for the day.
        first.Sent.ShouldBeGreaterThanOrEqualTo(5);
        first.Unsent.ShouldBe(0);
        reviews.ShouldBe(6);
        var (second, _) = await StartAsync(folder);
        second.ShouldBe(first);
    }

    private static async Task<(Standing Standing, int Reviews)> StartAsync(TestFolder folder)
    {
        await using var host = new DemoHost(folder);
        var manager = host.Manager();
        await host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        await using var context = await host.Services
            .GetRequiredService<IDbContextFactory<FlowBuilderContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        context.CurrentCompany = DemoCompany.Id;
        var messages = await context.Messages.Select(message => message.State).ToListAsync(TestContext.Current.CancellationToken);
        var standing = new Standing(
            await context.Customers.CountAsync(TestContext.Current.CancellationToken),
            await context.SequenceVersions.CountAsync(TestContext.Current.CancellationToken),
            await context.Enrollments.CountAsync(TestContext.Current.CancellationToken),
            await context.Events.CountAsync(TestContext.Current.CancellationToken),
            messages.Count(state => state == Core.Model.Messages.MessageState.Sent),
            messages.Count(state => state is Core.Model.Messages.MessageState.Failed or Core.Model.Messages.MessageState.Unknown));
        return (standing, (await manager.GetAsync("reviews?state=waiting&limit=100")).Expect(HttpStatusCode.OK).Items.Count);
    }

    private sealed record Standing(int Customers, int Sequences, int Enrollments, int Events, int Sent, int Unsent);
}
