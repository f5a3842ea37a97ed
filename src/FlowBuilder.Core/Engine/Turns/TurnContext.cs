using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps.Running;

namespace FlowBuilder.Core.Engine.Turns;

/// <summary>What a turn may look at besides the state.</summary>
public sealed record TurnContext
{
    /// <summary>Product clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>System clock, for transport retries.</summary>
    public required DateTimeOffset SystemNow { get; init; }

    public required IPlanCache Plans { get; init; }

    public required IIdSource Ids { get; init; }

    public required ITextFiller Filler { get; init; }

    public required IMessageWriter Writer { get; init; }

    public required IRotation Rotation { get; init; }

    /// <summary>
    /// Whether a message of a company may be handed to its channel now: there is a place for it, and its provider is not being left alone
    /// after failures. <see cref="SendVerdict.PutOff"/> and <see cref="SendVerdict.TryLater"/> make it <see cref="MessageState.Waiting"/>
    /// until then, and it comes back as <see cref="TurnInput.MessageDue"/>; it never answers with <see cref="SendVerdict.Skip"/>.
    /// </summary>
    public Func<CompanyId, Message, SendVerdict> MayLeave { get; init; } = static (_, _) => SendVerdict.Go;

    /// <summary>How phone numbers are written, and what was said against which address.</summary>
    public IAddresses Addresses { get; init; } = Unlisted.Instance;

    /// <summary>How much a customer may hold.</summary>
    public CustomerLimits Limits { get; init; } = CustomerLimits.Standard;

    /// <summary>Changes of one call that no sequence can hear are told as one event. False: each is
    /// an event of its own, as the differential test compares.</summary>
    public bool GathersChanges { get; init; } = true;

    /// <summary>
    /// How many steps the runs of the customer may do in one turn, 1 or more; default <see cref="MostSteps"/>. What is left goes on in the
    /// pump's next batch, behind other customers. With 1 each step is durable before the customer's
    /// next begins (<i>strict</i>), and an event's turn does none.
    /// </summary>
    public int Steps { get; init; } = MostSteps;

    /// <summary>200: more than a sequence has between two waits; less than would make others wait.</summary>
    public const int MostSteps = 200;

    /// <summary>Told of each step just before it runs; null but in a test run, which says why each was done as it was.</summary>
    public Action<StepBegun>? OnStep { get; init; }

    /// <summary>When the program last worked normally, before this moment's work: what fell due
    /// before it and long ago is late because of an outage.</summary>
    public DateTimeOffset? DownSince { get; init; }
}

/// <summary>Hands out new ids, ever increasing for a customer; the engine's is an <see cref="IdBlock"/>.</summary>
public interface IIdSource
{
    long Next();
}

/// <summary>Takes turns: round robin.</summary>
public interface IRotation
{
    /// <summary>The next number, 0 to <paramref name="count"/> - 1, for a node of a version.</summary>
    int Next(VersionId version, string node, int count);
}
