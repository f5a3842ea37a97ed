using FlowBuilder.Core.Model.Messages;
using Polly;
using Polly.CircuitBreaker;

namespace FlowBuilder.Runtime.Channels.Breaking;

/// <summary>
/// Leaves one provider alone after it has failed again and again (Polly's circuit breaker). <i>Closed</i>: every message is tried. When
/// <see cref="Least"/> or more were tried within <see cref="Window"/> and nearly all found the provider failing, it <i>opens</i>: nobody
/// calls any more for half a minute, then for twice as long each time, up to ten minutes. After that a single message is the probe (<i>half
/// open</i>): if the provider answers, whatever it says of the message, the breaker is closed again, else it stays open for longer.
/// </summary>
internal sealed class ProviderBreaker
{
    internal const int Least = 5;
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(2);
    internal static readonly TimeSpan FirstBreak = TimeSpan.FromSeconds(30);
    internal static readonly TimeSpan LongestBreak = TimeSpan.FromMinutes(10);

    /// <summary>How long others wait while the probe is under way.</summary>
    private static readonly TimeSpan WhileProbed = TimeSpan.FromSeconds(15);

    private readonly CircuitBreakerStateProvider _state = new();
    private readonly ResiliencePipeline<ChannelAnswer> _pipeline;
    private readonly TimeProvider _clock;
    private readonly string _name;
    private long _openUntil;

    /// <param name="name">The provider, as the words for a marketer name it at the beginning of a sentence.</param>
    /// <param name="clock">The system clock.</param>
    internal ProviderBreaker(string name, TimeProvider clock)
    {
        (_name, _clock) = (name, clock);
        _pipeline = new ResiliencePipelineBuilder<ChannelAnswer> { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ChannelAnswer>
            {
                FailureRatio = 0.9,
                MinimumThroughput = Least,
                SamplingDuration = Window,
                BreakDurationGenerator = told => ValueTask.FromResult(BreakAfter(told.HalfOpenAttempts)),
                ShouldHandle = told => ValueTask.FromResult(
                    told.Outcome.Exception is not null
                    || told.Outcome.Result is ChannelAnswer.NotSent { ProviderFailed: true } or ChannelAnswer.MaybeSent),
                OnOpened = told =>
                {
                    Interlocked.Exchange(ref _openUntil, (_clock.GetUtcNow() + told.BreakDuration).UtcTicks);
                    return default;
                },
                StateProvider = _state,
            }).Build();
    }

    /// <summary>When it was last used, by the system clock.</summary>
    internal DateTimeOffset UsedAt { get; private set; }

    /// <summary>Whether the provider is left alone, or being probed.</summary>
    internal bool IsOpen => _state.CircuitState != CircuitState.Closed;

    /// <summary>Whether a message had better wait.</summary>
    internal ProviderPause? Closed => _state.CircuitState switch
    {
        CircuitState.Open when Left is var left && left > TimeSpan.Zero => Door(left),
        CircuitState.HalfOpen => Door(WhileProbed),
        _ => null,
    };

    private TimeSpan Left => new DateTimeOffset(Interlocked.Read(ref _openUntil), TimeSpan.Zero) - _clock.GetUtcNow();

    /// <summary>Tries a message, unless the provider is left alone.</summary>
    internal async Task<ChannelAnswer> TryAsync(Func<Task<ChannelAnswer>> attempt)
    {
        UsedAt = _clock.GetUtcNow();
        try
        {
            return await _pipeline.ExecuteAsync(static async (attempt, _) => await attempt(), attempt, CancellationToken.None);
        }
        catch (BrokenCircuitException)
        {
            var door = Closed ?? Door(WhileProbed);
            return new ChannelAnswer.NotTried(door.Because, door.Wait);
        }
    }

    internal static TimeSpan BreakAfter(int probes) =>
        FirstBreak * Math.Pow(2, Math.Min(probes, 10)) is var wait && wait < LongestBreak ? wait : LongestBreak;

    private ProviderPause Door(TimeSpan wait) =>
        new(wait, $"{_name} keeps failing, so it is paused for a while. It will be retried automatically.");
}
