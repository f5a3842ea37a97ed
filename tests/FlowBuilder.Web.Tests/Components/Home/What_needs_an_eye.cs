using FlowBuilder.Application.Home;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Model.Enrollments;
using FlowBuilder.Storage.Model.Messages;
using FlowBuilder.Web.Components.Home;
using FlowBuilder.Web.Tests.Components.Reviews;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Components.Home;

public sealed class What_needs_an_eye(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_counted_and_leads_to_where_it_is_seen_to_and_what_is_nought_is_not_shown()
    {
        await using var context = host.Context();
        Matters.Of(
            await host.Services
                .GetRequiredService<Attention>()
                .ReadAsync(new CompanyId(1), "lena", isGated: false, Now, Cancellation)).ShouldBeEmpty();

        var waiting = await ReviewWorld.MakeAsync(host);
        var broken = await waiting.AnotherAsync();
        var expiring = await waiting.AnotherAsync();
        var undelivered = await waiting.AnotherAsync();
        var unsure = await waiting.AnotherAsync();
        foreach (var sent in (ReviewWorld[])[undelivered, unsure])
        {
            (await sent.ApproveAsync()).Expect(System.Net.HttpStatusCode.OK);
            (await sent.SentAsync()).ShouldBe(1);
        }

        await Run(
            broken).ExecuteUpdateAsync(
                set => set.SetProperty(run => run.State, EnrollmentState.Failed).SetProperty(run => run.EndedAt, Now), Cancellation);
        var review = long.Parse(expiring.Id, System.Globalization.CultureInfo.InvariantCulture);
        await context.Reviews
            .Where(row => row.Id == review)
            .ExecuteUpdateAsync(
                set => set.SetProperty(review => review.ExpiresAt, Now.AddHours(3)).SetProperty(review => review.AskedOf, "lena"),
                Cancellation);
        await Messages(undelivered).ExecuteUpdateAsync(set => set.SetProperty(message => message.State, MessageState.Failed), Cancellation);
        await Messages(unsure).ExecuteUpdateAsync(set => set.SetProperty(message => message.State, MessageState.Unknown), Cancellation);
        (await host.Manager().PostAsync($"sequences/{waiting.Sequence}/pause")).Expect(System.Net.HttpStatusCode.OK);

        Matters.Of(
            await host.Services.GetRequiredService<Attention>().ReadAsync(new CompanyId(1), "lena", isGated: false, Now, Cancellation))
            .Select(matter => $"{matter.Id} {matter.Count} {matter.Address}")
            .ShouldBe(
            [
                "matter-reviews 3 /automations/reviews", "matter-asked 1 /automations/reviews?view=asked",
                "matter-expiring 1 /automations/reviews?view=expiring", "matter-unknown 1 /automations/activity",
                "matter-failed 1 /automations/activity", "matter-broken 1 /automations/activity?state=failed",
                "matter-paused 1 /automations/sequences?status=paused",
            ]);
        Matters.Of(
            await host.Services
                .GetRequiredService<Attention>()
                .ReadAsync(new CompanyId(1), null, isGated: true, Now.AddDays(8), Cancellation))
            .Select(matter => matter.Id)
            .ShouldBe(
                ["matter-reviews", "matter-expiring", "matter-unknown", "matter-paused", "matter-held"], "what failed a week ago was seen");

        IQueryable<EnrollmentRow> Run(ReviewWorld world) =>
            context.Enrollments.Where(
                run =>
                    run.CustomerId == context.CustomerKeys.Where(key => key.Value == world.Customer).Select(key => key.CustomerId).First());
        IQueryable<MessageRow> Messages(ReviewWorld world) =>
            context.Messages.Where(
                message =>
                    message.CustomerId
                    == context.CustomerKeys.Where(key => key.Value == world.Customer).Select(key => key.CustomerId).First());
    }
}
