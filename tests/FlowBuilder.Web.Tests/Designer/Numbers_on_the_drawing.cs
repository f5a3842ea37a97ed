using Bunit;
using FlowBuilder.Canvas;
using FlowBuilder.Core.Companies;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Designer;
using FlowBuilder.Web.Tests.Doubles;
using FlowBuilder.Web.Tests.Live;
using Shouldly;

namespace FlowBuilder.Web.Tests.Designer;

public sealed class Numbers_on_the_drawing(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly LiveFeed _feed = new(TimeProvider.System);

    [Fact]
    public async Task Change_alone_when_customers_move()
    {
        await using var screen = await LiveScreen.OpenAsync(host, "marketer", _feed);
        var customer = Stories.NewCustomer();
        var sequence = await LiveScreen.PublishAsync(host, $$"""
            { "format": "flowbuilder.sequence/1", "title": "Counted",
              "nodes": [ { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Go {{customer}}" } }, { "id": "w", "kind": "wait", "step": { "type": "wait-for", "duration": "P1D" } } ],
              "edges": [ { "from": "t", "to": "w" } ] }
            """);
        var page = screen.Render<DesignerPage>(one => one.Add(page => page.Id, sequence.ToString()));
        page.WaitForElement("[data-canvas]", Patience);
        var canvas = page.FindComponent<CanvasView<StepCard>>();
        page.WaitForAssertion(() => _feed.WatchersOf(LiveTopic.Counts(new CompanyId(1), sequence)).ShouldBe(1), Patience);
        page.WaitForAssertion(() => screen.JSInterop.Invocations.Any(call => call.Identifier == "attach").ShouldBeTrue(), Patience);
        var drawn = (page.RenderCount, canvas.RenderCount);

        await host.TellAsync("track", $$"""{"userId":"{{customer}}","event":"Go {{customer}}"}""");
        _feed.Touch(LiveTopic.Counts(new CompanyId(1), sequence));

        page.WaitForAssertion(() => screen.JSInterop.Invocations.Where(call => call.Identifier == "setCounts").Select(call => (Dictionary<string, int>)call.Arguments[0]!).ShouldHaveSingleItem().ShouldBe(new Dictionary<string, int> { ["w"] = 1 }), Patience);
        (page.RenderCount, canvas.RenderCount).ShouldBe(drawn);
    }
}
