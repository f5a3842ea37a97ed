using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Core.Engine.Messages;

/// <summary>When a message that certainly did not leave is tried again: up to 8 attempts over about
/// a day, each time three times as long, spread by a hash of the message.</summary>
public static class RetryPlan
{
    /// <summary>Attempts in all.</summary>
    public const int MostAttempts = 8;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait after the attempt of this number failed; null: it was the last.</summary>
    /// <param name="message">Spreads retries of many messages.</param>
    /// <param name="attempts">Attempts so far, 1 or more.</param>
    /// <param name="atLeast">The provider's own wish.</param>
    public static TimeSpan? After(MessageId message, int attempts, TimeSpan? atLeast = null)
    {
        if (attempts >= MostAttempts) return null;
        var wait = First * (Math.Pow(3, Math.Max(0, attempts - 1)) * (1 + (0.6 * Spread(message, attempts))));
        return atLeast is { } asked && asked > wait ? asked : wait;
    }

    private static double Spread(MessageId message, int attempts)
    {
        var mixed = (ulong)message.Value * 0x9E3779B97F4A7C15UL ^ (ulong)attempts * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 30)) * 0x94D049BB133111EBUL;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
