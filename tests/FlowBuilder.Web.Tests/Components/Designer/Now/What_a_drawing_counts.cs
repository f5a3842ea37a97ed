using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Sequences.Numbers;
using FlowBuilder.Canvas;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model.Enrollments;
using FlowBuilder.Web.Components.Designer.Now;
using FlowBuilder.Web.Tests.Components.Reviews;
using FlowBuilder.Web.Tests.Components.Runs;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TestContext = Xunit.TestContext;

namespace FlowBuilder.Web.Tests.Components.Designer.Now;

public sealed class What_a_drawing_counts(ApiHost host) : IClassFixture<ApiHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_who_stands_where_and_what_went_by_each_way_since_midnight()
    {
        var world = await RunWorld.MakeAsync(host);
        await world.AnotherAsync();
        await world.AnotherAsync(tag: "vip");
        var sequence = Guid.Parse(world.Sequence);
        await using var context = host.Context();
        var midnight = CompanyDays.Midnight(
            host.Services.GetRequiredService<ProductClock>().Now,
            host.Services.GetRequiredService<ICompanyCache>().Find(new CompanyId(1))!.Zone);
        context.StepTallies.AddRange(
            new StepTallyRow
            {
                CompanyId = 1, SequenceId = sequence, Node = "mail", Result = StepResult.Failed, Hour = midnight, Count = 3
            },
            new StepTallyRow
            {
                CompanyId = 1, SequenceId = sequence, Node = "mail", Result = StepResult.Unknown, Hour = midnight, Count = 1
            },
            new StepTallyRow
            {
                CompanyId = 1, SequenceId = sequence, Node = "mail", Result = StepResult.Failed, Hour = midnight.AddHours(-1), Count = 50
            });
        await context.SaveChangesAsync(Cancellation);

        var numbers = await ReadAsync(world.Sequence);
        numbers.Inside.ShouldBe(new Dictionary<string, int> { ["w"] = 2 });
        var named = numbers.For(
            host.Services
                .GetRequiredService<SequenceDocumentJson>()
                .Read(context.Sequences.Single(row => row.Id == sequence).Draft).Document!);
        (named["w"], named[CanvasCounts.Out(
            "ask",
            "yes")], named[CanvasCounts.Out(
                "ask",
                "no")], named[CanvasCounts.Out(
                    "mail", "out")], named[CanvasCounts.Mark("mail", NodeNumbers.Failed)]).ShouldBe((2, 1, 2, 2 + 4, 4));
        (named["thanks"], named[CanvasCounts.Out(
            "w", "out")], named[CanvasCounts.Mark("w", NodeNumbers.Failed)]).ShouldBe((0, 0, 0), "what is nought is named too");
        (numbers.Today.DoneOn("mail"), numbers.Today.FailedOn("mail")).ShouldBe((6, 4));
    }

    [Fact]
    public async Task Tells_who_of_those_waits_for_approval()
    {
        var world = await ReviewWorld.MakeAsync(host);
        await world.AnotherAsync();
        var named = (await ReadAsync(world.Sequence)).For(Drawn(("m", NodeKind.Action)));
        (named["m"], named[CanvasCounts.Mark("m", NodeNumbers.Review)]).ShouldBe((2, 2));
        (await world.ApproveAsync()).Expect(System.Net.HttpStatusCode.OK);
        await host.Engine.DrainAsync(Cancellation);
        named = (await ReadAsync(world.Sequence)).For(Drawn(("m", NodeKind.Action)));
        (named["m"], named[CanvasCounts.Mark("m", NodeNumbers.Review)], named[CanvasCounts.Out("m", "out")]).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task Is_nothing_of_another_company()
    {
        var world = await RunWorld.MakeAsync(host);
        var numbers = new NodeNumbers(
            await host.Services
                .GetRequiredService<NodeNumberReader>()
                .ReadAsync(new CompanyId(2), new SequenceId(Guid.Parse(world.Sequence)), Cancellation));
        numbers.Inside.ShouldBeEmpty();
        numbers.Today.DoneOn("mail").ShouldBe(0);
    }

    private static SequenceDocument Drawn(params (string Id, NodeKind Kind)[] nodes) =>
        new() { Nodes = [.. nodes.Select(node => new Node { Id = node.Id, Kind = node.Kind })] };

    private async Task<NodeNumbers> ReadAsync(string sequence) =>
        new NodeNumbers(
            await host.Services
                .GetRequiredService<NodeNumberReader>()
                .ReadAsync(new CompanyId(1), new SequenceId(Guid.Parse(sequence)), Cancellation));
}
