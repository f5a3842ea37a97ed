using System.Text;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Steps.Running;

/// <summary>Chance without a random source: a hash of run and node.</summary>
public static class StableChance
{
    /// <summary>A number in [0, 1), evenly spread, independent between nodes.</summary>
    public static double Of(EnrollmentId run, string node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var hash = 14695981039346656037UL;
        foreach (var octet in Encoding.UTF8.GetBytes(node)) hash = (hash ^ octet) * 1099511628211UL;
        var mixed = hash ^ (ulong)run.Value;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        mixed ^= mixed >> 31;
        return (mixed >> 11) * (1.0 / (1UL << 53));
    }
}
