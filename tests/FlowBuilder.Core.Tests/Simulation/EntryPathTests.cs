using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Simulation;

namespace FlowBuilder.Core.Tests.Simulation;

/// <summary>The way in, as it is found later by the name of the event.</summary>
public sealed class EntryPathTests
{
    private static readonly Plan Several = Drawn.Compiler.Compile(Drawn.Of(
        "a trigger estimate-sent\nb trigger custom-event name=Called\nor or\nc trigger manual\nnote action add-note text=one\nother action "
            + "add-note text=two",
        "a>or b>or or>note c>other")).Plan!;

    private static readonly int First = Several.Steps.Single(step => step.Node == "note").Index;

    [Theory]
    [InlineData(EventNames.EstimateSent, "a or")]
    [InlineData("Called", "b or")]
    public void Leads_through_the_trigger_that_listens_to_it(string name, string way) =>
        string.Join(' ', EntryPath.Of(Several, First, name)).ShouldBe(way);

    [Theory]
    [InlineData(null)]
    [InlineData("Called off")]
    [InlineData(EventNames.EnrolledByHand)]
    public void Is_the_whole_way_in_when_no_trigger_answers_to_it(string? name) =>
        EntryPath.Of(Several, First, name).ShouldBe(["a", "b", "or"]);

    [Fact]
    public void Is_empty_for_a_step_with_which_nothing_begins() => EntryPath.Of(Several, PlanStep.End, "Called").ShouldBeEmpty();

    [Fact]
    public void Of_a_moment_leads_through_the_clock()
    {
        var plan = Drawn.Compiler.Compile(Drawn.Of("v trigger visit-before lead=P1D\nnote action add-note text=one", "v>note")).Plan!;

        EntryPath.Of(plan, 0, EventNames.MomentCame).ShouldBe(["v"]);
    }
}
