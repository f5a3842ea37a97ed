using FlowBuilder.Application.Sequences.Drafts;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Web.Auth.Access;
using FlowBuilder.Web.Components.Designer.Model;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Designer.Inspector;

public sealed class What_the_inspector_offers(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Are_the_companys_own_fields_and_events_beside_the_known_ones_and_nobody_elses()
    {
        await host.TellAsync("identify", """{"userId":"own-1","traits":{"first_name":"Ann","lawn_size":"large","pets":{"dog":true}}}""");
        await host.TellAsync("track", """{"userId":"own-1","event":"Mower Broken"}""");
        await host.TellAsync("track", """{"userId":"own-1","event":"Estimate Sent","properties":{"estimate_id":"e"}}""");
        await host.TellAsync("identify", """{"userId":"theirs-1","traits":{"secret_field":1}}""", company: 2);
        await host.TellAsync("track", """{"userId":"theirs-1","event":"Secret Event"}""", company: 2);
        var sequence = (await host.Manager().PostAsync("sequences", Documents.ByHand)).Expect(System.Net.HttpStatusCode.Created)["id"];
        await using var screen = await Screen.OpenAsync(host, "marketer");
        var session = screen.Services.GetRequiredService<ScreenSession>();
        var rooms = new DesignRooms(
            host.Services.GetRequiredService<DraftReader>(), host.Services.GetRequiredService<StepJson>(),
            host.Services.GetRequiredService<PlanCompiler>(), TimeProvider.System, host.Services.GetRequiredService<IInlineTexts>());
        var offered = (await rooms.OpenAsync(
            await session.EnterAsync(Core.Model.Access.Right.DesignSequences), new SequenceId(Guid.Parse(sequence)),
            Xunit.TestContext.Current.CancellationToken)).ShouldNotBeNull().Room.Surroundings;
        offered.Fields.ShouldBe(["lawn_size", "pets.dog"]);
        offered.Events.ShouldBe(["Mower Broken"]);
        offered.AllFields.ShouldContain("first_name");
        offered.AllEvents.Count(name => name == "Estimate Sent").ShouldBe(1);
    }
}
