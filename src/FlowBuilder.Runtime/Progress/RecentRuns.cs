using System.Collections.Concurrent;
using FlowBuilder.Application.Runs;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Progress;

/// <summary>
/// Which runs of a sequence moved last on this node, since the program was started. Only a hint where to look, for what the tables have no
/// order of; what happened to a run stands there.
/// </summary>
public sealed class RecentRuns : IProgressListener, IRecentRuns
{
    /// <summary>Moves remembered of each sequence.</summary>
    public const int Kept = 30;

    private readonly ConcurrentDictionary<(CompanyId Company, SequenceId Sequence), Ring> _rings = [];

    /// <inheritdoc />
    public IReadOnlyCollection<long> Of(CompanyId company, SequenceId sequence) =>
        _rings.TryGetValue((company, sequence), out var ring) ? ring.Read() : [];

    public void Committed(TurnBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        foreach (var customer in batch.Customers)
        {
            foreach (var change in customer.Changes)
            {
                if (change is Change.EnrollmentChanged { Enrollment: var moved }) Note(customer.Company, moved.Sequence, moved.Id.Value);
                else if (change is Change.EnrollmentOpened { Enrollment: var opened })
                    Note(customer.Company, opened.Sequence, opened.Id.Value);
            }
        }
    }

    private void Note(CompanyId company, SequenceId sequence, long run) =>
        _rings.GetOrAdd((company, sequence), static _ => new Ring()).Add(run);

    private sealed class Ring
    {
        private readonly Lock _gate = new();
        private readonly long[] _runs = new long[Kept];
        private int _next;
        private int _count;

        public void Add(long run)
        {
            lock (_gate)
            {
                _runs[_next] = run;
                _next = (_next + 1) % Kept;
                _count = Math.Min(_count + 1, Kept);
            }
        }

        public HashSet<long> Read()
        {
            lock (_gate) return [.. _runs.AsSpan(0, _count)];
        }
    }
}
