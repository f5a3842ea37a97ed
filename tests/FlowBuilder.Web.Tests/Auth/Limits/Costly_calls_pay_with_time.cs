using System.Net;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Web.Auth.Keys;
using FlowBuilder.Web.Auth.Limits;
using FlowBuilder.Web.Tests.Auth.Access;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace FlowBuilder.Web.Tests.Auth.Limits;

public sealed class Costly_calls_pay_with_time
{
    private static readonly CompanyId One = new(1);
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Who_has_used_up_their_time_waits_and_others_do_not()
    {
        var budget = new WorkBudget(new AllowanceOptions { WorkSeconds = 10, WorkPercent = 10 }, _clock);
        budget.Wait(One, "a").ShouldBeNull();

        budget.Charge(One, "a", TimeSpan.FromSeconds(4));
        budget.Wait(One, "a").ShouldBeNull("something is left");
        budget.Charge(One, "a", TimeSpan.FromSeconds(8));

        budget.Wait(One, "a")
            .ShouldBe(TimeSpan.FromSeconds(30), "2 s over and 1 s to begin with, a tenth of a second comes back each second");
        budget.Wait(One, "b").ShouldBeNull();
        budget.Wait(new CompanyId(2), "a").ShouldBeNull();
        _clock.Advance(TimeSpan.FromSeconds(30));
        budget.Wait(One, "a").ShouldBeNull();
    }

    [Fact]
    public void A_bucket_never_holds_more_than_it_can()
    {
        var budget = new WorkBudget(new AllowanceOptions { WorkSeconds = 10, WorkPercent = 10 }, _clock);
        budget.Charge(One, "a", TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromDays(1));

        budget.Charge(One, "a", TimeSpan.FromSeconds(10));

        budget.Wait(One, "a").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_key_that_has_none_left_is_told_when_to_come_back_and_can_do_everything_else()
    {
        await using var host = new ApiHost();
        host.Services.GetRequiredService<WorkBudget>().Charge(One, await ActorAsync(host), TimeSpan.FromHours(2));

        var refused = await host.With("read").PostAsync("sequences/validate", Documents.FollowUp());
        var neighbour = await host.Manager().PostAsync("sequences/validate", Documents.FollowUp());

        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Text.ShouldContain("work-used-up");
        neighbour.Status.ShouldBe(HttpStatusCode.OK);
        (await host.With("read").GetAsync("customers")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Checks_exports_and_imports_are_charged()
    {
        await using var host = new ApiHost();
        RouteTable.All(host.Services)
            .Where(route => route.Metadata.GetMetadata<CostsTimeAttribute>() is not null)
            .Select(RouteTable.Pattern)
            .Order(StringComparer.Ordinal).Distinct()
            .ShouldBe([
                "/api/v1/customers/import", "/api/v1/sequences/import", "/api/v1/sequences/validate", "/api/v1/sequences/{id}/export",
                "/api/v1/sequences/{id}/sentences", "/api/v1/suppressions/export", "/api/v1/suppressions/import",
                "/automations/activity/export", "/settings/audit-log/export", "/settings/sending/export"
            ]);
    }

    private static async Task<string> ActorAsync(ApiHost host) =>
        (await host.Services.GetRequiredService<CompanyKeys>().FindAsync("read-1", TestContext.Current.CancellationToken)).Key!.Actor.Id;
}
