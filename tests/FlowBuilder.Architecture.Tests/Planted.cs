// Folders as the arrows between them are read: Cellar and Attic stand on a circle, Garden does not.
namespace FlowBuilder.Architecture.Tests.Planted.Cellar
{
    internal sealed class Cask
    {
        public int Level { get; init; }

        public static IEnumerable<string> Labels() => Enumerable.Range(0, 1).Select(_ => Attic.Trunk.Label);
    }
}

namespace FlowBuilder.Architecture.Tests.Planted.Attic
{
    internal sealed class Trunk
    {
        public static string Label => "old";

        public List<Cellar.Cask>? Under { get; init; }
    }
}

namespace FlowBuilder.Architecture.Tests.Planted.Garden
{
    internal sealed class Bench
    {
        public Attic.Trunk? Seen { get; init; }
    }
}
