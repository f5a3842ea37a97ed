using CsCheck;
using FlowBuilder.Core.Model.Events;

namespace FlowBuilder.Core.Tests.Model.Events;

public sealed class TimelineTests
{
    /// <summary>Any number of timelines grow from one another in any order, and each stays what it
    /// was: compared with lists that are copied each time.</summary>
    [Fact]
    public void However_timelines_grow_from_one_another_each_stays_as_it_was() =>
        Gen.Select(Gen.Int[0, 30], Gen.Bool).Array[0, 60].Sample(moves =>
        {
            var timelines = new List<(Timeline Timeline, List<long> Expected)> { (Timeline.Empty, []) };
            var seq = 0L;
            foreach (var (from, drops) in moves)
            {
                var (timeline, expected) = timelines[from % timelines.Count];
                var grown = timeline.Add(new HistoryEvent(++seq, "Estimate Sent", null, DateTimeOffset.UnixEpoch));
                List<long> longer = [.. expected, seq];
                if (drops && grown.Count > 3) (grown, longer) = (grown.Newest(3), longer[^3..]);
                timelines.Add((grown, longer));
            }

            foreach (var (timeline, expected) in timelines)
            {
                timeline.Select(one => one.Seq).ShouldBe(expected);
                timeline.Count.ShouldBe(expected.Count);
                for (var index = 0; index < expected.Count; index++) timeline[index].Seq.ShouldBe(expected[index]);
            }
        });

    [Fact]
    public void What_lies_behind_the_newest_is_not_reached()
    {
        var shorter = Timeline.Empty.Add(new HistoryEvent(1, "a", null, default));
        shorter.Add(new HistoryEvent(2, "b", null, default)).Count.ShouldBe(2);
        Should.Throw<ArgumentOutOfRangeException>(() => shorter[1]);
    }
}
