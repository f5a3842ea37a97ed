using Bunit;
using FlowBuilder.Application.Live;
using FlowBuilder.Canvas;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Web.Components.Designer;
using FlowBuilder.Web.Components.Designer.Canvas;
using FlowBuilder.Web.Components.Sequences.List;
using FlowBuilder.Web.Tests.Components.Elements;
using FlowBuilder.Web.Tests.Components.Runs;
using FlowBuilder.Web.Tests.Live;
using FlowBuilder.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Designer.Now;

public sealed class Numbers_on_the_drawing(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly LiveFeed _feed = new(TimeProvider.System);

    [Fact]
    public async Task Change_alone_when_customers_move()
    {
        await using var screen = await LiveScreen.OpenAsync(host, "marketer", _feed);
        var world = await RunWorld.MakeAsync(host);
        var topic = LiveTopic.Counts(new CompanyId(1), LiveScreen.SequenceOf(world));
        screen.Services
            .GetRequiredService<NavigationManager>()
            .NavigateTo(SequenceQuery.EditAddress(LiveScreen.SequenceOf(world), DesignerView.Canvas));
        var page = screen.Render<DesignerPage>(one => one.Add(page => page.Id, world.Sequence));
        page.WaitForElement("[data-canvas]", Patience);
        var canvas = page.FindComponent<CanvasView<StepCard>>();
        page.WaitForAssertion(() => _feed.WatchersOf(topic).ShouldBe(1), Patience);
        page.WaitForAssertion(() => Told().ShouldBe([1]), Patience);
        var drawn = (page.RenderCount, canvas.RenderCount);

        await world.AnotherAsync();
        _feed.Touch(topic);

        // Nothing is drawn that could be waited for.
        await LiveRig.UntilAsync(() => Told().Count() > 1);
        Told().ShouldBe([1, 2]);
        (page.RenderCount, canvas.RenderCount).ShouldBe(drawn);

        IEnumerable<int> Told() =>
            screen.JSInterop.Invocations
                .Where(call => call.Identifier == "setCounts")
                .Select(call => ((Dictionary<string, int>)call.Arguments[0]!)["w"]);
    }
}
