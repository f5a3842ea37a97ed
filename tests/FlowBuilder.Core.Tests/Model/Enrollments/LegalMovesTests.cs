using FlowBuilder.Core.Engine.Messages;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Tests.Model.Enrollments;

public sealed class LegalMovesTests
{
    private static readonly EnrollmentState[] All = Enum.GetValues<EnrollmentState>();

    [Fact]
    public void Nothing_leaves_an_end()
    {
        foreach (var end in new[] { EnrollmentState.Done, EnrollmentState.Stopped, EnrollmentState.Rejected, EnrollmentState.Failed })
            All.ShouldAllBe(to => !LegalMoves.Allow(end, to));
    }

    [Fact]
    public void A_stop_reaches_every_live_state() =>
        All.Where(state => state <= EnrollmentState.Sending).ShouldAllBe(state => LegalMoves.Allow(state, EnrollmentState.Stopped));

    [Fact]
    public void Nothing_is_done_out_of_review_without_becoming_active() =>
        All.Where(to => LegalMoves.Allow(EnrollmentState.Review, to))
            .ShouldBe([EnrollmentState.Review, EnrollmentState.Active, EnrollmentState.Stopped, EnrollmentState.Rejected]);

    [Fact]
    public void Retries_of_many_messages_are_spread_and_each_waits_longer()
    {
        var first = Enumerable.Range(1, 100).Select(id => RetryPlan.After(new MessageId(id), 1)!.Value).ToList();
        first.Distinct().Count().ShouldBeGreaterThan(90);
        first.ShouldAllBe(wait => wait >= TimeSpan.FromMinutes(1) && wait <= TimeSpan.FromMinutes(1.6));
        var waits = Enumerable.Range(1, 7).Select(attempt => RetryPlan.After(new MessageId(7), attempt)!.Value).ToList();
        waits.ShouldBe(waits.Order());
        RetryPlan.After(new MessageId(7), RetryPlan.MostAttempts).ShouldBeNull();
        RetryPlan.After(new MessageId(7), 1, TimeSpan.FromHours(1)).ShouldBe(TimeSpan.FromHours(1));
    }
}
