using AngleSharp.Dom;
using Bunit;
using FlowBuilder.Canvas.Commands;
using FlowBuilder.Canvas.Link;
using FlowBuilder.Canvas.Tests.Sample;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FlowBuilder.Canvas.Tests;

public sealed class CanvasViewTests : BunitContext
{
    private readonly BunitJSModuleInterop _module;

    public CanvasViewTests()
    {
        _module = JSInterop.SetupModule("./_content/FlowBuilder.Canvas/js/canvas.js");
        _module.SetupModule(invocation => invocation.Identifier == "attach").Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void A_node_says_where_it_is_what_it_is_and_what_is_wrong()
    {
        var node = Draw().Find("[data-node-id=remind]");
        node.GetAttribute("data-kind").ShouldBe("action");
        (node.GetAttribute(
            "data-x"), node.GetAttribute(
                "data-y"), node.GetAttribute("data-w"), node.GetAttribute("data-h")).ShouldBe(("496", "512", "240", "80"));
        node.GetAttribute("style").ShouldBe("transform:translate(496px,512px);width:240px;height:80px");
        node.GetAttribute("aria-label").ShouldBe("Reminder: Email “Estimate reminder”");
        node.GetAttribute("aria-roledescription").ShouldBe("step");
        node.QuerySelector($"#{node.GetAttribute("aria-describedby")}")!.TextContent.Trim().ShouldBe("No template is chosen.");
        node.QuerySelector(".fbc-problem")!.GetAttribute("data-mark").ShouldBe("Warning");
        node.QuerySelector("[data-count]")!.ChildNodes.ShouldBeEmpty();
    }

    [Fact]
    public void Ports_carry_their_names_and_places()
    {
        var canvas = Draw();
        canvas.FindAll("[data-node-id=ask] .fbc-out")
            .Select(port => (port.GetAttribute("data-port"), port.GetAttribute("data-dx"), port.TextContent.Trim()))
            .ShouldBe([("yes", "60", "Yes"), ("no", "180", "No")]);
        canvas.FindAll("[data-node-id=start] .fbc-in").ShouldBeEmpty();
        canvas.FindAll("[data-node-id=wait] .fbc-in").Count.ShouldBe(1);
    }

    [Fact]
    public void An_edge_says_what_it_joins_and_is_drawn_between()
    {
        var edge = Draw().Find("[data-edge-id=d]");
        (edge.GetAttribute("data-s"), edge.GetAttribute("data-sp"), edge.GetAttribute("data-t")).ShouldBe(("ask", "no", "remind"));
        edge.QuerySelector(".fbc-line")!.GetAttribute("d").ShouldBe(edge.QuerySelector(".fbc-hit")!.GetAttribute("d"));
        edge.QuerySelector("[data-insert]")!.GetAttribute("transform").ShouldBe("translate(558 480)");
    }

    [Fact]
    public void An_edge_without_its_node_is_not_drawn()
    {
        var (nodes, edges) = Drawings.Reminder();
        Draw(nodes[..3], edges).FindAll("[data-edge-id]").Count.ShouldBe(2);
    }

    [Fact]
    public void Only_what_changed_is_drawn_anew()
    {
        var (nodes, edges) = Drawings.Reminder();
        var renders = 0;
        var canvas = Draw(
            nodes, edges, more => more.Add(view => view.NodeContent, node => builder => { renders++; builder.AddContent(0, node.Label); }));
        renders.ShouldBe(6);
        canvas.Render(
            more => more.Add(
                view => view.Nodes,
                [.. nodes.Select(
                    node => node.Id == "tag" ? node with { Label = "Remove tag" } : node with { Outputs = [.. node.Outputs] })])
                .Add(view => view.Revision, 9));
        renders.ShouldBe(7);
        canvas.Find("[data-node-id=tag] .fbc-card").TextContent.Trim().ShouldBe("Remove tag");
        canvas.Find("[data-canvas]").GetAttribute("data-revision").ShouldBe("9");
    }

    [Fact]
    public void Many_nodes_and_who_may_only_read_are_marked_for_script_and_style_sheet()
    {
        Draw().Find("[data-canvas]")
            .ShouldSatisfyAllConditions(
                root => root.HasAttribute("data-many").ShouldBeFalse(), root => root.HasAttribute("data-readonly").ShouldBeFalse());
        var (nodes, edges) = Drawings.Field(500, 20);
        Draw(nodes, edges, more => more.Add(view => view.IsReadOnly, true))
            .Find("[data-canvas]")
            .ShouldSatisfyAllConditions(
                root => root.HasAttribute("data-many").ShouldBeTrue(), root => root.HasAttribute("data-readonly").ShouldBeTrue());
    }

    [Fact]
    public void Templates_draw_what_the_owner_wants()
    {
        var (nodes, edges) = Drawings.Reminder();
        var canvas = Draw(
            nodes, edges,
            more => more.Add(view => view.EdgeLabel, edge => builder => builder.AddMarkupContent(0, $"<b>{edge.Label}!</b>"))
                .AddChildContent("<p class='over'>Menu</p>"));
        canvas.Find("[data-label-for=c]").InnerHtml.Trim().ShouldBe("<b>thanked!</b>");
        canvas.Find("[data-canvas] > .over").TextContent.ShouldBe("Menu");
    }

    [Fact]
    public async Task A_command_reaches_the_owner_once_however_often_it_comes()
    {
        var asked = new List<CanvasCommand>();
        var canvas = Draw(
            more: parameters => parameters.Add(view =>
                view.OnCommand, command => { asked.Add(command); return Task.FromResult(CanvasAnswer.Refused("Not now.")); })
                .Add(view => view.Revision, 4));
        var link = Link();
        const string Text = """{"id":"k1","base":3,"replay":true,"op":{"type":"move","nodes":["tag"],"dx":16,"dy":-32}}""";
        (await link.SendAsync(Text)).ShouldBe(new SentAnswer(false, "Not now.", 4));
        (await link.SendAsync(Text)).ShouldBe(new SentAnswer(false, "Not now.", 4));
        asked.ShouldHaveSingleItem().ShouldBeOfType<MoveNodes>().ShouldSatisfyAllConditions(
            move => (move.Dx, move.Dy, move.BaseRevision, move.Key, move.IsReplay).ShouldBe((16, -32, 3, "k1", true)),
            move => move.Nodes.ShouldBe(["tag"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{"id":"a","base":1,"replay":false,"op":{"type":"format","disk":"c"}}""")]
    [InlineData("""{"id":"a","base":1,"replay":false,"op":{"type":"move","nodes":null,"dx":1,"dy":1}}""")]
    [InlineData("""{"id":"a","base":1,"replay":false}""")]
    public async Task What_is_no_command_is_refused(string text)
    {
        var asked = 0;
        Draw(more: parameters => parameters.Add(view => view.OnCommand, _ => { asked++; return Task.FromResult(CanvasAnswer.Accepted); }));
        (await Link().SendAsync(text)).Accepted.ShouldBeFalse();
        asked.ShouldBe(0);
    }

    [Fact]
    public async Task Who_may_only_read_cannot_edit_by_sending_messages_of_their_own()
    {
        var asked = new List<CanvasCommand>();
        Draw(
            more: parameters => parameters.Add(view =>
                view.OnCommand, command => { asked.Add(command); return Task.FromResult(CanvasAnswer.Accepted); })
                .Add(view => view.IsReadOnly, true));
        (await Link().SendAsync(
            """{"id":"a","base":1,"replay":false,"op":{"type":"delete","nodes":["tag"],"edges":[]}}""")).Accepted.ShouldBeFalse();
        (await Link().SendAsync("""{"id":"b","base":1,"replay":false,"op":{"type":"open","node":"tag"}}""")).Accepted.ShouldBeTrue();
        asked.ShouldHaveSingleItem().ShouldBeOfType<OpenNode>();
    }

    [Fact]
    public async Task A_fault_of_the_owner_is_an_answer_to_the_person_and_a_fault_to_the_program()
    {
        Draw(more: parameters => parameters.Add(view => view.OnCommand, _ => throw new InvalidOperationException("A bug.")));
        (await Link().SendAsync(
            """{"id":"a","base":1,"replay":false,"op":{"type":"open","node":"tag"}}""")).ShouldBe(new SentAnswer(
                false, new CanvasTexts().Failed, 0));
        (await Renderer.UnhandledException.WaitAsync(
            TimeSpan.FromSeconds(5), Xunit.TestContext.Current.CancellationToken)).Message.ShouldBe("A bug.");
    }

    [Fact]
    public async Task A_long_message_is_put_together_again()
    {
        var link = new CanvasLink(message => Task.FromResult(new SentAnswer(true, message.Op.ToString(), 1)));
        link.Part("torn by a cut connection");
        link.Clear();
        link.Part("""{"id":"a","base":1,"replay":false,"op":{"type":"run",""");
        (await link.SendAsync("\"name\":\"Paste\",\"at\":{\"x\":1,\"y\":2}}}")).Message!.ShouldContain("Name = Paste");
    }

    [Fact]
    public void Options_are_told_again_only_when_they_are_others()
    {
        var canvas = Draw();
        int Told() => JSInterop.Invocations.Count(call => call.Identifier == "configure");
        canvas.Render(more => more.Add(view => view.Revision, 2));
        Told().ShouldBe(0);
        canvas.Render(more => more.Add(view => view.Options, new CanvasOptions { Snap = 8 }));
        Told().ShouldBe(1);
    }

    private CanvasLink Link() => ((DotNetObjectReference<CanvasLink>)_module.Invocations["attach"][^1].Arguments[1]!).Value;

    private IRenderedComponent<CanvasView<CanvasNode>> Draw(
        CanvasNode[]? nodes = null, CanvasEdge[]? edges = null,
        Action<ComponentParameterCollectionBuilder<CanvasView<CanvasNode>>>? more = null)
    {
        var drawing = Drawings.Reminder();
        return Render<CanvasView<CanvasNode>>(parameters =>
        {
            parameters.Add(view => view.Nodes, nodes ?? drawing.Nodes).Add(view => view.Edges, edges ?? drawing.Edges);
            more?.Invoke(parameters);
        });
    }
}
