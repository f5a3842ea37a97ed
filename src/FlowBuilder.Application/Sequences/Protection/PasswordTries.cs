using System.Collections.Concurrent;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Sequences.Protection;

/// <summary>
/// Counts wrong passwords for each sequence and principal, on the system clock, in this process. One principal's tries on a sequence
/// are judged one after the other, so a hundred at once are no more than a hundred in a row.
/// </summary>
public sealed class PasswordTries(TimeProvider clock)
{
    /// <summary>So many wrong ones in <see cref="Within"/> are allowed.</summary>
    public const int Most = 5;

    public static readonly TimeSpan Within = TimeSpan.FromMinutes(5);

    private const int SweptAbove = 10_000;
    private readonly ConcurrentDictionary<(int, Guid, string), Tries> _tries = [];

    /// <summary>Judges a try, unless there were too many wrong ones.</summary>
    /// <returns>Whether it was right, and how long to wait when it was not judged.</returns>
    public async Task<(bool Right, TimeSpan? Wait)> JudgeAsync(
        CompanyId company, SequenceId sequence, string principal, Func<bool> isRight, CancellationToken cancellation)
    {
        if (_tries.Count > SweptAbove) Sweep();
        var tries = _tries.GetOrAdd((company.Value, sequence.Value, principal), _ => new Tries());
        await tries.Turn.WaitAsync(cancellation);
        try
        {
            var now = clock.GetUtcNow();
            while (tries.Wrong.TryPeek(out var oldest) && now - oldest >= Within) tries.Wrong.Dequeue();
            if (tries.Wrong.Count >= Most) return (false, tries.Wrong.Peek() + Within - now);
            if (isRight()) tries.Wrong.Clear();
            else tries.Wrong.Enqueue(now);
            return (tries.Wrong.Count == 0, null);
        }
        finally
        {
            tries.Turn.Release();
        }
    }

    private void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var (key, tries) in _tries)
            if (tries.Turn.CurrentCount == 1 && (!tries.Wrong.TryPeek(out _) || now - tries.Wrong.Last() >= Within))
                _tries.TryRemove(key, out _);
    }

    private sealed class Tries
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Queue<DateTimeOffset> Wrong { get; } = new();
    }
}
