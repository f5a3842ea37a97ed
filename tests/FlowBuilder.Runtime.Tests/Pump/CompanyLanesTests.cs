using CsCheck;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Pump;
using Shouldly;
using Xunit;

namespace FlowBuilder.Runtime.Tests.Pump;

/// <summary>Whose turn it is, told in units of time used; a turn of anybody takes at most <see cref="Longest"/>.</summary>
public sealed class CompanyLanesTests
{
    private const int Longest = 20;

    private static readonly CompanyId Loud = new(1);
    private static readonly CompanyId Quiet = new(2);

    private readonly CompanyLanes _lanes = new();

    [Fact]
    public void Who_worked_alone_for_a_day_is_served_at_once_when_a_crowd_has_come()
    {
        for (var turn = 0; turn < 1_000; turn++)
        {
            Ask(Quiet);
            Serve(takes: Longest).ShouldBe(Quiet);
            _lanes.Next().ShouldBeNull();
        }

        for (var one = 0; one < 1_000; one++) Ask(Loud);
        Serve(takes: Longest).ShouldBe(Loud);
        Ask(Quiet);
        new[] { Serve(takes: Longest), Serve(takes: Longest) }.ShouldContain(Quiet, "the time it used while nobody waited is nobody's");
    }

    [Fact]
    public void Who_was_idle_for_a_day_has_saved_nothing_up()
    {
        for (var turn = 0; turn < 1_000; turn++)
        {
            Ask(Quiet);
            Serve(takes: Longest);
            _lanes.Next().ShouldBeNull();
        }

        for (var one = 0; one < 100; one++)
        {
            Ask(Loud);
            Ask(Quiet);
        }

        var served = Enumerable.Range(0, 100).Select(_ => Serve(takes: Longest)).ToList();
        served.Count(company => company == Quiet).ShouldBeInRange(49, 51);
    }

    /// <summary>Whatever happened before, a company with one thing waiting waits for no more than
    /// two turns of each other company.</summary>
    [Fact]
    public void Nobody_waits_for_more_than_two_turns_of_each_other()
    {
        const int companies = 4;
        var move = Gen.Select(Gen.Int[1, companies], Gen.Int[0, 40], Gen.Int[1, Longest]);
        move.List[1, 300].Sample(moves =>
        {
            var lanes = new CompanyLanes();
            var waitedFor = new Dictionary<CompanyId, Dictionary<CompanyId, int>>();
            foreach (var (company, crowd, takes) in moves)
            {
                var asking = new CompanyId(company);
                // Now and then there is nothing left to do at all.
                if (crowd % 3 == 0)
                {
                    while (Serve(lanes, takes) is not null) ;
                    waitedFor.Clear();
                }

                for (var one = 0; one <= crowd; one++) lanes.Add(Question(asking));
                waitedFor.TryAdd(asking, []);
                for (var turn = 0; turn < crowd / 2; turn++)
                {
                    // All turns of equal length: by count, then, nobody may be ahead of anybody by more than one.
                    if (Serve(lanes, Longest) is not { } served) break;
                    foreach (var (waiting, turns) in waitedFor)
                        if (waiting != served) turns[served] = turns.GetValueOrDefault(served) + 1;
                    if (lanes.Of(served).IsEmpty) waitedFor.Remove(served);
                    else waitedFor[served] = [];
                    foreach (var (waiting, turns) in waitedFor)
                        foreach (var (other, count) in turns)
                            count.ShouldBeLessThanOrEqualTo(2, $"{waiting} waited for {count} turns of {other}");
                }

                // Time used while others wait or do not: lengths differ here, so that lanes stand apart.
                if (Serve(lanes, takes) is { } last && lanes.Of(last).IsEmpty) waitedFor.Remove(last);
                foreach (var turns in waitedFor.Values) turns.Clear();
            }
        });
    }

    private void Ask(CompanyId company) => _lanes.Add(Question(company));

    private CompanyId? Serve(int takes) => Serve(_lanes, takes);

    private static CompanyId? Serve(CompanyLanes lanes, int takes)
    {
        if (lanes.Next() is not { } lane) return null;
        lane.Used += takes;
        return lane.Asked.Dequeue().Company;
    }

    private static PartitionQueue.Asked Question(CompanyId company) =>
        new(company, new CustomerId(1), new TurnInput.HoldsChanged(null, null), null);
}
