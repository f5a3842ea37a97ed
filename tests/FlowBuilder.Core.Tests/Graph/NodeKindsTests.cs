using System.Text.Json;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Plans.Drawings;

namespace FlowBuilder.Core.Tests.Graph;

/// <summary>The table of node kinds.</summary>
public sealed class NodeKindsTests
{
    public static TheoryData<NodeKind> Every => [.. Enum.GetValues<NodeKind>()];

    [Theory, MemberData(nameof(Every))]
    public void Every_kind_has_its_row_under_its_name_in_documents(NodeKind kind)
    {
        var info = NodeKinds.Of(kind);
        info.Kind.ShouldBe(kind);
        JsonSerializer.Serialize(kind).ShouldBe($"\"{info.Name}\"");
        NodeKinds.All.ShouldContain(info);
        info.A.ShouldEndWith(info.Title, Case.Insensitive);
    }

    [Fact]
    public void No_two_kinds_share_a_name_a_title_or_the_beginning_of_their_ids()
    {
        NodeKinds.All.Select(info => info.Name).ShouldBeUnique();
        NodeKinds.All.Select(info => info.Title).ShouldBeUnique();
        NodeKinds.All.Select(info => info.IdWord).ShouldBeUnique();
    }

    [Theory, MemberData(nameof(Every))]
    public void A_node_holds_exactly_one_of_step_conditions_and_text(NodeKind kind)
    {
        var info = NodeKinds.Of(kind);
        new[] { info.Step is not null || info.FlowStep is not null, info.HasConditions, info.HasText }.Count(holds => holds).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Every))]
    public void What_nobody_can_stand_on_needs_no_step_to_be_done(NodeKind kind)
    {
        var info = NodeKinds.Of(kind);
        info.HoldsCustomers.ShouldBe(info.Part == NodePart.Flow || (info.Part == NodePart.Stop && info.Step is not null));
        if (info.HoldsCustomers) info.TakesEdges.ShouldBeTrue();
    }

    [Theory]
    [InlineData(NodeKind.Action, new[] { "out" })]
    [InlineData(NodeKind.Note, new string[0])]
    [InlineData(NodeKind.If, null)]
    public void Before_a_step_is_chosen_a_node_has_the_ports_of_its_kind(NodeKind kind, string[]? ports) =>
        Drawing.PortsOf(new Node { Id = "a", Kind = kind })?.ToArray().ShouldBe(ports);
}
