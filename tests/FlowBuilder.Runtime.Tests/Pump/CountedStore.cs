using System.Reflection;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Tests.Pump;

/// <summary>Passes every call to a port of the store on and counts those that look for work.</summary>
public class CountedStore : DispatchProxy
{
    private static readonly string[] _looks =
    [
        nameof(IInbox.ReadBacklogAsync), nameof(IDueStore.ReadDueAsync), nameof(IDueStore.ReadNextDueAsync),
        nameof(IDueStore.ReadNextWorkAsync),
        nameof(IOutboxStore.ReadDueMessagesAsync), nameof(IOutboxStore.ReadLanesAsync), nameof(IOutboxStore.ReadLaneAsync),
    ];

    private object _store = null!;
    private Looks _count = null!;

    /// <summary>A port that counts.</summary>
    public static T Of<T>(T store, Looks count)
        where T : class
    {
        var port = Create<T, CountedStore>();
        var counted = (CountedStore)(object)port;
        (counted._store, counted._count) = (store, count);
        return port;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (_looks.Contains(targetMethod!.Name)) _count.Reads++;
        return targetMethod.Invoke(_store, args);
    }

    /// <summary>How often work was looked for, over all ports.</summary>
    public sealed class Looks
    {
        public int Reads { get; set; }
    }
}
