using FlowBuilder.Application.Access;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Customers;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Simulation;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Runtime.Templates;
using FlowBuilder.Runtime.Time;
using FlowBuilder.Steps.Triggers;
using FlowBuilder.Steps.Triggers.Start;
using FlowBuilder.Web.Components.Designer.Model;

namespace FlowBuilder.Web.Components.Designer.TestRuns;

/// <summary>Tries a draft, or one step of it, by the engine's own turns on somebody's facts.
/// Nothing is sent and nothing is stored.</summary>
public sealed class Trials(
    ICompanyCache companies, CustomerSamples samples, IMessageWriter writer, ITextFiller filler, IAddresses addresses, ProductClock clock)
{
    /// <summary>How often the clock is moved for a message that waits for the hours in which it may leave.</summary>
    private const int MostWaits = 5;

    /// <summary>What is known of a customer of the caller's company; of the one made up when null is chosen or they are gone.</summary>
    public async Task<Facts> FactsAsync(Caller caller, CustomerChoice? chosen, CancellationToken cancellation) =>
        (chosen is null ? null : await samples.FactsAsync(caller, new CustomerId(chosen.Id), cancellation))
        ?? SampleRun.MadeUp(CompanyOf(caller), clock.Now);

    /// <summary>Begins a test run of what is drawn.</summary>
    public async Task<TestBench> BeginAsync(
        Caller caller, DesignRoom room, Plan plan, SequenceId sequence, CancellationToken cancellation) =>
        new(Setting(
            room, plan,
            room.Trial.Invents
                ? room.Trial.Invented().ToFacts(CompanyOf(caller), clock.Now)
                : await FactsAsync(caller, room.Trial.Chosen, cancellation)) with
        {
            Sequence = sequence
        });

    /// <summary>What a step would do by itself to somebody: they enter by hand and come to it at once.</summary>
    /// <returns>What it did; null while it cannot be done, because something is not filled in.</returns>
    public TestStep? Try(DesignRoom room, Step step, Facts facts)
    {
        const string Node = "step";
        var alone = new SequenceDocument
        {
            Title = room.Document.Title,
            Nodes =
            [
                new Node { Id = "enter", Kind = NodeKind.Trigger, Step = new Manual() },
                new Node { Id = Node, Kind = NodeKind.Action, Step = step }
            ],
            Edges = [new Edge("enter", null, Node)],
        };
        if (room.Compile(alone).Plan is not { } plan) return null;
        var run = new TestRun(Setting(room, plan, facts));
        run.EnterByHand(SampleRun.Newest(facts)?.Key);
        for (var waits = 0; Done(run) is null && waits < MostWaits && run.AdvanceToNext(); waits++)
        {
        }

        return Done(run);
    }

    private static TestStep? Done(TestRun run) => run.Result.Paths is [var path, ..] ? path.Steps.FirstOrDefault() : null;

    private Company CompanyOf(Caller caller) =>
        companies.Find(caller.Company) ?? throw new InvalidOperationException("The caller's company is not there.");

    private TestRunSetting Setting(DesignRoom room, Plan plan, Facts facts) => new()
    {
        Plan = plan, Title = room.Document.Title, Facts = facts, Start = clock.Now, Catalog = room.Steps.Catalog, Writer = writer,
        Filler = filler, Addresses = addresses, Names = room.Names,
        Others = room.Surroundings.Sequences.ToDictionary(other => other.Value, other => other.Label),
    };
}
