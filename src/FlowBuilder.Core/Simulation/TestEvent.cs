using System.Collections.Immutable;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Simulation;

/// <summary>An event of a test run.</summary>
/// <param name="After">How long after the start it happens.</param>
/// <param name="Name">Its name, such as <c>Estimate Sent</c>; <see cref="EventNames.Identify"/>
/// sets fields, <see cref="EventNames.EnrolledByHand"/> enrolls by hand.</param>
/// <param name="Properties">Its properties, or the fields it sets.</param>
/// <param name="Record">The record it is about. Null: as its properties say, else the customer's
/// newest of that type, else a new one.</param>
public sealed record TestEvent(TimeSpan After, string Name, Properties? Properties = null, RecordKey? Record = null);

/// <summary>A customer, what happens to them, and how long it is watched: enough to see a test run
/// again after the drawing was changed.</summary>
/// <param name="Customer">The invented customer.</param>
/// <param name="Start">When it begins.</param>
/// <param name="Events">What happens.</param>
/// <param name="Watch">How long after the start it is watched.</param>
public sealed record TestScenario(TestCustomer Customer, DateTimeOffset Start, ImmutableArray<TestEvent> Events, TimeSpan Watch);
