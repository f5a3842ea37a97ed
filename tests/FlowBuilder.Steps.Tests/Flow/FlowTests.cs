using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Steps.Tests.Flow;

public sealed class FlowTests
{
    private const string IfVip = """{ "type": "if", "when": { "all": [{ "type": "has-tag", "tag": "vip" }] } }""";
    private const string Halves =
        """{ "type": "split", "ports": [{ "port": "a", "weight": 70 }, { "port": "b", "weight": 30 }, { "port": "never", "weight": 0 }] }""";

    [Fact]
    public void If_takes_yes_or_no()
    {
        Port(Scene.Empty.WithTag("vip").Does(IfVip)).ShouldBe("yes");
        Port(Scene.Empty.Does(IfVip)).ShouldBe("no");
        Scene.Step<RunnableStep>(IfVip).Ports.ShouldBe(["yes", "no"]);
    }

    [Fact]
    public void A_split_keeps_its_shares_and_never_takes_a_way_without_one()
    {
        var taken = Enumerable.Range(1, 20_000)
            .Select(run => Port((Scene.Empty with { RunId = new EnrollmentId(run) }).Does(Halves)))
            .CountBy(port => port).ToDictionary();

        taken.Keys.Order().ShouldBe(["a", "b"]);
        taken["a"].ShouldBeInRange(13_600, 14_400);
    }

    [Fact]
    public void A_run_takes_the_same_way_of_a_split_every_time_and_splits_know_nothing_of_each_other()
    {
        var runs = Enumerable.Range(1, 4_000).Select(run => Scene.Empty with { RunId = new EnrollmentId(run) }).ToArray();

        runs.Take(100).Select(scene => Port(scene.Does(Halves))).ShouldBe(runs.Take(100).Select(scene => Port(scene.Does(Halves))));
        var inBoth = runs.Count(
            scene =>
                Port((scene with { Node = "first" }).Does(Halves)) == "a" && Port((scene with { Node = "second" }).Does(Halves)) == "a");
        inBoth.ShouldBeInRange(1_800, 2_120);
    }

    private static string Port(StepOutcome outcome) => outcome.ShouldBeOfType<StepOutcome.Goes>().Port;
}
