using System.Globalization;
using System.Text.Json;
using FlowBuilder.Core.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Simulation;
using FlowBuilder.Testing.Pure;

namespace FlowBuilder.Core.Tests.Engine.Events;

/// <summary>Tables of names are copied once for a call, not once for each of its members: 500
/// traits had cost 10 MB. Counted in bytes, never in time.</summary>
public sealed class What_500_traits_cost : IIdSource, IRotation
{
    private const int Many = 500;
    private const long Most = 1_000_000;

    /// <summary>Each change is compared, read as number and date, and told with what was there before.</summary>
    private const long MostWhenCompared = 2_000_000;

    private readonly PureWriter _writer = new();
    private readonly FixedPlans _plans = new();
    private long _ids;

    long IIdSource.Next() => ++_ids;

    int IRotation.Next(VersionId version, string node, int count) => 0;

    [Fact]
    public void An_identify_call_with_500_new_traits()
    {
        var (state, bytes) = Take(State(), Told(EventNames.Identify, EventKind.Identify, Traits("a")));
        state.Facts.Customer.Fields.Members.Count.ShouldBe(Many);
        state.Facts.Customer.Stamps.Count.ShouldBe(Many);
        bytes.ShouldBeLessThan(Most);
    }

    [Fact]
    public void An_identify_call_that_changes_500_traits()
    {
        var (known, _) = Take(State(), Told(EventNames.Identify, EventKind.Identify, Traits("a")));
        var (state, bytes) = Take(known, Told(EventNames.Identify, EventKind.Identify, Traits("b"), 1));
        state.Facts.Customer.Fields.Text("trait_007").ShouldBe("b 7");
        bytes.ShouldBeLessThan(MostWhenCompared);
    }

    [Fact]
    public void A_group_call_with_500_traits()
    {
        var (state, bytes) = Take(State(), Told(EventNames.Group, EventKind.Group, Traits("a")));
        state.Facts.Customer.Fields.Text("group.trait_499").ShouldBe("a 499");
        bytes.ShouldBeLessThan(Most);
    }

    [Fact]
    public void Two_hundred_tags_and_a_visit_of_200_properties()
    {
        var tags = Properties.Of("add_tags", Enumerable.Range(0, 200).Select(number => $"tag {number}").ToArray());
        var (tagged, bytes) = Take(
            Take(State(), Told(EventNames.Identify, EventKind.Identify, Traits("a"))).State,
            Told(EventNames.Identify, EventKind.Identify, tags, 1));
        tagged.Facts.Customer.Tags.Count.ShouldBe(200);
        tagged.Facts.Customer.Stamps.Count.ShouldBe(Many + 200);
        bytes.ShouldBeLessThan(Most);

        var visit = Told(EventNames.VisitAdded, EventKind.Track, Traits("v", 200)) with { Record = new RecordKey("visit", "V1") };
        var (visited, forVisit) = Take(tagged, visit);
        visited.Facts.Find(new RecordKey("visit", "V1"))!.Properties.Members.Count.ShouldBe(200);
        forVisit.ShouldBeLessThan(Most);
        var (late, forLate) = Take(
            visited,
            visit with
            {
                Seq = 9 * 1_024,
                Name = EventNames.VisitRescheduled,
                Properties = Traits("late", 200),
                At = visit.At.AddHours(-1)
            });
        late.Facts.Find(new RecordKey("visit", "V1"))!.Properties.Text("trait_000").ShouldBe("v 0");
        forLate.ShouldBeLessThan(Most);
    }

    private (CustomerState State, long Bytes) Take(CustomerState state, CustomerEvent happened)
    {
        var setting = new TurnContext
        {
            Now = happened.ArrivedAt, SystemNow = happened.ArrivedAt, Plans = _plans, Ids = this, Filler = _writer, Writer = _writer,
            Rotation = this
        };
        // Once beforehand: what is made ready for good is nobody's cost.
        CustomerTurn.Apply(state, new TurnInput.Happened(happened), setting);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = CustomerTurn.Apply(state, new TurnInput.Happened(happened), setting);
        return (result.State, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static CustomerState State() => new()
    {
        Facts = new Facts
        {
            Company = new PureEngine().Company,
            Customer = new Customer { Id = new CustomerId(1), Company = new CompanyId(1), UserId = "c1", AddedAt = PureEngine.Start }
        },
    };

    private static CustomerEvent Told(string name, EventKind kind, Properties told, int hours = 0) => new()
    {
        Seq = (hours + 1) * 1_024, Name = name, Kind = kind, At = PureEngine.Start.AddHours(hours),
        ArrivedAt = PureEngine.Start.AddHours(hours), Properties = told, Source = "test",
    };

    private static Properties Traits(string word, int many = Many) =>
        Properties.Parse(JsonSerializer.Serialize(Enumerable.Range(0, many)
            .ToDictionary(number => string.Create(CultureInfo.InvariantCulture, $"trait_{number:000}"), number => $"{word} {number}")));
}
