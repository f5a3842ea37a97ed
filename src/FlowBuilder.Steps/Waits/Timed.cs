using System.Collections.Immutable;

namespace FlowBuilder.Steps.Waits;

/// <summary>The ports of waits with a time limit.</summary>
internal static class Timed
{
    public const string Out = "timedOut";

    public static ImmutableArray<string> Ports { get; } = ["out", Out];
}
