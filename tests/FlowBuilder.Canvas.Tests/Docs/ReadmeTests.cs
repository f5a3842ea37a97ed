using Bunit;
using FlowBuilder.Testing;

namespace FlowBuilder.Canvas.Tests.Docs;

/// <summary>The README's example is <c>Example.razor</c>, which the build compiles: here it is drawn and used.</summary>
public sealed class ReadmeTests : BunitContext
{
    [Fact]
    public void The_example_is_the_component_that_is_compiled()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "src", "FlowBuilder.Canvas", "README.md"));
        var example = File.ReadAllText(Path.Combine(Repository.Root, "tests", "FlowBuilder.Canvas.Tests", "Docs", "Example.razor"));
        readme.ShouldContain($"```razor\n{example}```");
        example.Split('\n').Length.ShouldBeLessThanOrEqualTo(31);
    }

    [Fact]
    public async Task The_example_draws_and_does_what_it_is_told()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var example = Render<Example>();
        example.FindAll("[data-node-id]")
            .Select(node => node.GetAttribute("aria-label"))
            .ShouldBe(["Estimate sent", "Send a reminder: After two days"]);
        example.FindAll("[data-edge-id]").Count.ShouldBe(1);
        var canvas = example.FindComponent<CanvasView<CanvasNode>>();
        (await canvas.Instance.OnCommand!(new Commands.MoveNodes(["mail"], 16, 32))).IsAccepted.ShouldBeTrue();
        example.Render();
        example.Find("[data-node-id=mail]").GetAttribute("data-y").ShouldBe("176");
        (await canvas.Instance.OnCommand!(new Commands.ConnectNodes(
            "sent", "out", "mail"))).Message.ShouldBe("Only one line may leave a step.");
    }
}
