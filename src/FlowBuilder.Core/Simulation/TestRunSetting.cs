using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Simulation;

/// <summary>What a test run is made with.</summary>
public sealed record TestRunSetting
{
    /// <summary>The compiled draft.</summary>
    public required Plan Plan { get; init; }

    /// <summary>The sequence's title.</summary>
    public required string Title { get; init; }

    /// <summary>The customer at the start: invented (<see cref="TestCustomer.ToFacts"/>) or the
    /// facts of a real one, which are never changed.</summary>
    public required Facts Facts { get; init; }

    /// <summary>When it begins.</summary>
    public required DateTimeOffset Start { get; init; }

    public required StepCatalog Catalog { get; init; }

    /// <summary>Renders messages, which are shown and never sent.</summary>
    public required IMessageWriter Writer { get; init; }

    public required ITextFiller Filler { get; init; }

    /// <summary>What was said against addresses, which leaves messages out as it would in earnest.
    /// Default: nothing against anybody.</summary>
    public IAddresses Addresses { get; init; } = Unlisted.Instance;

    /// <summary>The sequence, where it is saved already: earlier runs of a real customer then count for re-entry.</summary>
    public SequenceId Sequence { get; init; }

    /// <summary>Forgets earlier runs of this sequence. Default: yes, so that trying does not end at
    /// “has been in this sequence before”.</summary>
    public bool ForgetsEarlierRuns { get; init; } = true;

    /// <summary>With Review Before Execution: approves at once. Default: yes.</summary>
    public bool Approves { get; init; } = true;

    /// <summary>Other published sequences, id to title: they are asked to start, but not run.</summary>
    public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>();

    public Names Names { get; init; } = Names.Unknown;
}
