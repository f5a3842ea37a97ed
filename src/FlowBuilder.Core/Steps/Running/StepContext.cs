using FlowBuilder.Core.Model;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Reading;
using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Core.Steps.Running;

/// <summary>What a runnable step is given.</summary>
public sealed record StepContext
{
    public required Facts Facts { get; init; }

    public required Enrollment Run { get; init; }

    /// <summary>The product clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The node it stands on and how often the run has come by (1 the first time): part of the effect key.</summary>
    public required string Node { get; init; }

    public required int Pass { get; init; }

    /// <summary>When the customer arrived at this step; equals <see cref="Now"/> in <see cref="RunnableStep.Run"/>.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>Fills Liquid texts with the run's merge fields.</summary>
    public required ITextFiller Filler { get; init; }

    public Company Company => Facts.Company;

    public Customer Customer => Facts.Customer;

    /// <summary>The record the run belongs to, as known now.</summary>
    public Record? Record => Facts.Find(Run.Record);

    public TimeZoneInfo Zone => Facts.Zone;

    /// <summary>How values are read.</summary>
    public ReadingRules Reads => Facts.Reads;

    /// <summary>For conditions inside the step.</summary>
    public ConditionContext Conditions => new(Facts, Now, Run, Run.Event, Run.Record);

    /// <summary>A Liquid text with its merge fields filled in; a missing field is empty.</summary>
    public string Fill(string? liquid) => string.IsNullOrEmpty(liquid) ? "" : Filler.Fill(liquid, this);

    /// <summary>A Liquid text filled in with its values encoded for where it stands.</summary>
    public string Fill(string? liquid, TextPlace place) => string.IsNullOrEmpty(liquid) ? "" : Filler.Fill(liquid, this, place);

    /// <summary>Who is meant, as of now; empty when nobody is, or nobody has been chosen (null).</summary>
    public IReadOnlyList<Person> Resolve(Recipient? to) => to?.Among(Company, Customer.AssignedTo) ?? [];

    /// <summary>
    /// A number in [0, 1) that is the same whenever this run stands on this node, different between nodes and runs, evenly spread.
    /// </summary>
    public double Chance => StableChance.Of(Run.Id, Node);
}
