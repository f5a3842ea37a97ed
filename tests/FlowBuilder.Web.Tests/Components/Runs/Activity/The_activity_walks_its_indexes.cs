using FlowBuilder.Application.Runs;
using FlowBuilder.Web.Components.Runs.Activity;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Runs.Activity;

/// <summary>A page of the activity is one walk from the newest run on, which ends when the page is
/// full; nothing is sorted, no table is read that is not needed for it.</summary>
public sealed class The_activity_walks_its_indexes(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly Guid Sequence = Guid.Parse("0197a000-0000-7000-8000-000000000001");

    public static TheoryData<string, bool> Filters => new()
    {
        { "", false }, { "", true }, { "waiting", false }, { "failed", true }, { "held", false }, { "held", true },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task From_the_newest_on_without_scanning_or_sorting(string state, bool isLaterPage)
    {
        foreach (var sequence in (string?[])[null, Sequence.ToString("D")])
            foreach (var (from, until) in ((string?, string?)[])[(null, null), ("2026-03-01", null), ("2026-03-01", "2026-03-31")])
            {
                var plan = await PlanAsync(ActivityQuery.Read(null, sequence, state, isLaterPage ? "4711" : null, null, from, until));

                plan.ShouldBe(
                    isLaterPage ? "SEARCH e USING PRIMARY KEY (company_id=? AND id<?)" : "SEARCH e USING PRIMARY KEY (company_id=?)");
            }
    }

    [Fact]
    public async Task For_a_few_customers_by_the_index_of_customers()
    {
        var world = await RunWorld.MakeAsync(host);

        var plan = await PlanAsync(new ActivityQuery($"{world.Customer}@example.com"));

        plan.ShouldContain("USING INDEX ix_enrollments_customer (company_id=? AND customer_id=?)");
        plan.ShouldNotContain("SCAN");
    }

    [Fact]
    public async Task At_one_step_in_all_versions_by_the_same_walk() =>
        (await PlanAsync(
            new ActivityQuery(Sequence: Sequence, Node: "w"), [(1, 2), (2, 3)])).ShouldBe("SEARCH e USING PRIMARY KEY (company_id=?)");

    private async Task<string> PlanAsync(ActivityQuery query, IReadOnlyList<(long, int)>? places = null)
    {
        await using var context = host.Context();
        var search = await RunSearch.PrepareAsync(context, query, places ?? [], TimeZoneInfo.Utc, TestContext.Current.CancellationToken);
        return await QueryPlan.OfAsync(context, search.Wanted(query.Before).OrderByDescending(run => run.Id).Take(51));
    }
}
