using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps.Running;
using FlowBuilder.Runtime.Addresses;
using FlowBuilder.Runtime.Delivery;
using FlowBuilder.Runtime.Erasing;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Ports;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Runtime.Pump;

/// <summary>What every pump works with.</summary>
internal sealed record PumpTools
{
    public required IInbox Inbox { get; init; }

    public required ITurnStore Turns { get; init; }

    public required IDueStore Due { get; init; }

    public required IOutboxStore Outbox { get; init; }

    public required IPartitionStore Partitions { get; init; }

    public required ICompanyCache Companies { get; init; }

    public required SuppressionCache Addresses { get; init; }

    public required IPlanCache Plans { get; init; }

    public required NewIds Ids { get; init; }

    public required ITextFiller Filler { get; init; }

    public required IMessageWriter Writer { get; init; }

    public required IRotation Rotation { get; init; }

    public required ChannelDispatcher ChannelDispatcher { get; init; }

    public required DeliveryTools Delivery { get; init; }

    public required ErasedLetters Letters { get; init; }

    public required ProductClock Clock { get; init; }

    /// <summary>Drives retries of transport and the safety look; nothing moves it but tests.</summary>
    public required TimeProvider SystemClock { get; init; }

    public required IReadOnlyList<IProgressListener> Listeners { get; init; }

    public CustomerLimits Limits { get; init; } = CustomerLimits.Standard;

    public required PumpMeter Meter { get; init; }

    /// <summary>How many customers' states each pump keeps in memory: <see cref="StateCache.InAll"/>, shared by the partitions.</summary>
    public int StatesOfPump { get; init; } = StateCache.InAll;

    /// <summary><see cref="EngineOptions.StepsPerTurn"/>.</summary>
    public required int StepsPerTurn { get; init; }

    public required ILogger Log { get; init; }
}
