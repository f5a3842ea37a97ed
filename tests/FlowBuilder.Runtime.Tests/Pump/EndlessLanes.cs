using System.Reflection;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Tests.Pump;

/// <summary>A store in which the webhooks of so many companies always have more that is due.</summary>
public class EndlessLanes : DispatchProxy
{
    private SendingLane[] _lanes = [];

    /// <summary>The lanes that were read, in order.</summary>
    public IList<SendingLane> Asked { get; } = [];

    public static (IOutboxStore Store, EndlessLanes Lanes) Of(int companies)
    {
        var store = Create<IOutboxStore, EndlessLanes>();
        var lanes = (EndlessLanes)(object)store;
        lanes._lanes = [.. Enumerable.Range(1, companies).Select(company => new SendingLane(new CompanyId(company), Channel.Webhook))];
        return (store, lanes);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        switch (targetMethod!.Name)
        {
            case nameof(IOutboxStore.ReadLanesAsync):
                return new ValueTask<IReadOnlyList<LaneDue>>([.. _lanes.Select(lane => new LaneDue(lane, DateTimeOffset.UnixEpoch, null))]);
            case nameof(IOutboxStore.ReadLaneAsync):
                return new ValueTask<LaneDue>(((LaneDue)args![1]!) with { Due = DateTimeOffset.UnixEpoch });
            case nameof(IOutboxStore.ReadDueMessagesAsync):
                Asked.Add((SendingLane)args![1]!);
                return new ValueTask<IReadOnlyList<DueItem>>(
                    [.. Enumerable.Range(0, (int)args[4]!)
                        .Select(
                            number => new DueItem(
                                new CompanyId(1), default, new TurnInput.MessageDue(new MessageId(number)), DateTimeOffset.UnixEpoch))]);
            default:
                throw new NotSupportedException(targetMethod.Name);
        }
    }
}
