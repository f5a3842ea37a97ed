using System.Collections.Concurrent;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Runtime.Pump;

/// <summary>Round robin over all partitions of this program. Starts at a place that depends on the
/// node; who got the turn is recorded on the step run.</summary>
internal sealed class Rotation : IRotation
{
    private readonly ConcurrentDictionary<(VersionId Version, string Node), int> _turns = [];

    public int Next(VersionId version, string node, int count) =>
        count <= 1 ? 0 : (int)((uint)_turns.AddOrUpdate((version, node), 0, static (_, turn) => turn + 1) % (uint)count);
}
