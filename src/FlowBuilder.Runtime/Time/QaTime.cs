using FlowBuilder.Application.Engine;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Time;

/// <summary>Moves the QA clock and works off what falls due on the way, in order.</summary>
public sealed class QaTime(QaClock clock, IEngine engine, IDueStore due, EngineOptions options) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Now on the product clock.</summary>
    public DateTimeOffset Now => clock.Now;

    /// <summary>
    /// Goes to <paramref name="target"/> from one due moment to the next, each worked off before the clock goes on. Answers when
    /// nothing due is left.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The target lies before now: the clock only moves forward.</exception>
    public async Task<QaMove> AdvanceToAsync(DateTimeOffset target, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            if (target < clock.Now.AddSeconds(-1))
                throw new ArgumentOutOfRangeException(nameof(target), target, "The clock only moves forward: choose a time after now.");
            var before = await engine.ReadProgressAsync(cancellation);
            await engine.DrainAsync(cancellation);
            var stops = 0;
            while (await NextDueAsync(cancellation) is { } next && next <= target)
            {
                if (next > clock.Now)
                {
                    await clock.JumpAsync(next, cancellation);
                    stops++;
                }

                await engine.DrainAsync(cancellation);
                if (await NextDueAsync(cancellation) is { } again && again <= next) break;
            }

            await clock.JumpAsync(target, cancellation);
            await engine.DrainAsync(cancellation);
            var after = await engine.ReadProgressAsync(cancellation);
            return new QaMove(clock.Now, stops, after.TurnsTaken - before.TurnsTaken, after.StepsDone - before.StepsDone);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellation)
    {
        DateTimeOffset? earliest = null;
        for (var partition = 0; partition < options.Partitions; partition++)
        {
            var next = await due.ReadNextDueAsync(partition, cancellation);
            foreach (var at in (DateTimeOffset?[])[next.Work, next.Message])
                if (at is not null && !(earliest <= at)) earliest = at;
        }

        return earliest;
    }
}

/// <summary>What a move of the clock came to.</summary>
/// <param name="Now">The clock after it.</param>
/// <param name="Stops">Due moments the clock stopped at on the way.</param>
/// <param name="Turns">Turns taken.</param>
/// <param name="Steps">Step runs recorded.</param>
public sealed record QaMove(DateTimeOffset Now, int Stops, long Turns, long Steps);
