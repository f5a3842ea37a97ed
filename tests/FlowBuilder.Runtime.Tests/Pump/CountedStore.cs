using System.Reflection;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Sqlite.Reading;

namespace FlowBuilder.Runtime.Tests.Pump;

/// <summary>Passes every call on and counts those that look for work.</summary>
public class CountedStore : DispatchProxy
{
    private static readonly string[] _looks = [nameof(IEngineStore.ReadBacklog), nameof(IEngineStore.ReadDue), nameof(IEngineStore.ReadDueMessages), nameof(IEngineStore.ReadNextDue), nameof(IEngineStore.ReadNextWork), nameof(IEngineStore.ReadLanes), nameof(IEngineStore.ReadLane)];

    public IEngineStore Store { get; set; } = null!;

    public int Reads { get; private set; }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (_looks.Contains(targetMethod!.Name)) Reads++;
        return targetMethod.Invoke(Store, args);
    }
}
