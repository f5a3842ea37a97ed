using FlowBuilder.Application.Reviews;
using FlowBuilder.Web.Components.Reviews;
using FlowBuilder.Web.Tests.Support;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Reviews;

/// <summary>A page of the queue costs the same with ten reviews and with ten thousand.</summary>
public sealed class The_queue_walks_its_indexes(ApiHost host) : IClassFixture<ApiHost>
{
    public static TheoryData<ReviewFilter, bool, string?> Pages => new()
    {
        { ReviewFilter.Waiting, false, null },
        { ReviewFilter.Waiting, false, "5" },
        { ReviewFilter.Waiting, true, null },
        { ReviewFilter.Waiting, true, "5" },
        { ReviewFilter.Asked, false, "5" },
        { ReviewFilter.Expiring, false, null },
        { ReviewFilter.Expiring, false, "638000000000000000.5" },
        { ReviewFilter.Snoozed, false, null },
        { ReviewFilter.Snoozed, false, "638000000000000000.5" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task In_every_view_without_scanning_or_sorting(ReviewFilter view, bool ofSequence, string? after)
    {
        await using var context = host.Context();
        var query = new ReviewQuery(view, ofSequence ? Guid.NewGuid() : null, null, after);

        var plan = await QueryPlan.OfAsync(
            context, ReviewQueue.Ordered(ReviewQueue.Wanted(context, query, "mia"), query).Take(ReviewQueue.PageSize));

        plan.ShouldNotContain("SCAN");
        plan.ShouldNotContain("TEMP B-TREE");
        plan.ShouldContain("USING INDEX ix_reviews_");
        if (view == ReviewFilter.Expiring) plan.ShouldContain("ix_reviews_expiring");
    }

    [Fact]
    public async Task For_those_alike_too()
    {
        await using var context = host.Context();
        var plan = await QueryPlan.OfAsync(
            context,
            context.Reviews
                .Where(row => row.State == Core.Model.Reviews.ReviewState.Waiting && row.Alike == "a" && row.SnoozedUntil == null)
                .OrderBy(row => row.Id));
        plan.ShouldContain("ix_reviews_alike");
        plan.ShouldNotContain("TEMP B-TREE");
    }
}
