using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Steps.Conditions;
using FlowBuilder.Steps.Triggers.Estimates;
using FlowBuilder.Steps.Triggers.Start;
using FlowBuilder.Steps.Triggers.Visits;

namespace FlowBuilder.Core.Tests.Plans;

/// <summary>Entry rules as the tree they are.</summary>
public sealed class EntryRuleTests
{
    private static readonly ConditionGroup Tagged = new() { Combine = Combination.All, Members = [new HasTag { Tag = "vip" }] };

    private static readonly EntryRule Sent = new EntryRule.Fires("sent", new EstimateSent());

    private static readonly EntryRule Booked = new EntryRule.Fires("booked", new VisitAdded());

    private static readonly EntryRule Or = new EntryRule.Any("or", [new EntryRule.Fires("hand", new Manual()), Booked], null);

    private static readonly EntryRule And = new EntryRule.All("and", [Sent, Or], Tagged);

    [Fact]
    public void Every_rule_knows_what_flows_into_it_and_its_own_conditions()
    {
        And.Inputs.ShouldBe([Sent, Or]);
        And.When.ShouldBe(Tagged);
        Or.When.ShouldBeNull();
        Sent.Inputs.ShouldBeEmpty();
        Sent.When.ShouldBeNull();
    }

    [Fact]
    public void Walking_tells_inputs_before_what_they_flow_into() =>
        And.DescendantsAndSelf().Select(rule => rule.Node).ShouldBe(["sent", "hand", "booked", "or", "and"]);
}
