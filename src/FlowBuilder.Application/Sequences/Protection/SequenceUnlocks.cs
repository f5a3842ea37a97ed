using System.Collections.Concurrent;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Sequences.Protection;

/// <summary>
/// Which person has which sequence open in which browser session, and until when. In memory: a restart locks everything. Bound to the
/// hash the password was compared with, so a changed password locks everybody out.
/// </summary>
public sealed class SequenceUnlocks(TimeProvider clock)
{
    private const int SweptAbove = 1_000;
    private readonly ConcurrentDictionary<(int, Guid, string, Guid), (string Hash, DateTimeOffset Until)> _open = [];

    public DateTimeOffset Open(CompanyId company, SequenceId sequence, Actor by, Guid session, string hash)
    {
        if (_open.Count > SweptAbove) Sweep();
        var until = clock.GetUtcNow() + SequenceLock.StaysOpen;
        _open[(company.Value, sequence.Value, by.Id, session)] = (hash, until);
        return until;
    }

    /// <summary>Until when it is open; null when it is not.</summary>
    public DateTimeOffset? Until(CompanyId company, SequenceId sequence, Actor by, Guid session, string hash) =>
        _open.TryGetValue((company.Value, sequence.Value, by.Id, session), out var open)
            && open.Hash == hash
            && open.Until > clock.GetUtcNow()
            ? open.Until
            : null;

    public void Close(CompanyId company, SequenceId sequence, Actor by, Guid session) =>
        _open.TryRemove((company.Value, sequence.Value, by.Id, session), out _);

    private void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var (key, open) in _open)
            if (open.Until <= now) _open.TryRemove(key, out _);
    }
}
