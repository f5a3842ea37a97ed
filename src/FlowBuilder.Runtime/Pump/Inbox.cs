using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Pump;

/// <summary>
/// Reads a partition's inbox into the lanes of the companies. It is read in order, a page at a time, and no further than
/// the lanes hold little; while one company's crowd fills them, the others' events are read past it.
/// <para>
/// Progress is one number: every event up to it is worked off. Events behind it that are worked off already (those of companies that were
/// let past) are marked one by one in the commit that works them off, so that after a crash nothing is taken twice and nothing is left out.
/// </para>
/// <para>
/// An event that comes while all before it has been read is handed over as it was stored (<see cref="HandOver"/>); the tables are asked
/// only where something may stand between, after a start and at each safety look.
/// </para>
/// </summary>
internal sealed class Inbox(int partition, IInbox store)
{
    /// <summary>Events read in one go.</summary>
    private const int Page = 512;

    /// <summary>With so many held reading in order stops.</summary>
    private const int Crowd = 1024;

    /// <summary>Events of one company that are read past a crowd.</summary>
    private const int Past = 64;

    private readonly HashSet<CompanyId> _grown = [];
    private long _readThrough;
    private bool _mayHaveMore = true;

    /// <summary>Every event up to here has been taken from the lanes.</summary>
    public long DoneThrough(CompanyLanes lanes) => lanes.FirstEvent is { } first ? Math.Min(_readThrough, first - 1) : _readThrough;

    /// <summary>Begins anew behind what is known to be worked off.</summary>
    public void Start(long doneThrough)
    {
        _grown.Clear();
        _readThrough = doneThrough;
        _mayHaveMore = true;
    }

    /// <summary>There may be more: to be looked at without a hint.</summary>
    public void Reload() => _mayHaveMore = true;

    /// <summary>A company has sent something.</summary>
    public void Grew(CompanyId company)
    {
        _mayHaveMore = true;
        _grown.Add(company);
    }

    /// <summary>Events that were just stored. Those that come next, with nothing between what has
    /// been read and them, need not be read back; of the others it is a hint.</summary>
    public void HandOver(List<StoredEvent> stored, CompanyLanes lanes)
    {
        // Whoever stored first may ring last.
        if (stored.Count > 1) stored.Sort(static (one, other) => one.Event!.Seq.CompareTo(other.Event!.Seq));
        foreach (var next in stored)
        {
            if (next.Event!.Seq <= _readThrough) continue;
            if (!_mayHaveMore && lanes.Events < Crowd && next.After <= _readThrough)
            {
                lanes.Add(next);
                _readThrough = next.Event.Seq;
            }
            else
            {
                Grew(next.Company);
            }
        }
    }

    /// <summary>Reads what there is room for; reads nothing when nothing has come.</summary>
    public ValueTask ReadAsync(CompanyLanes lanes) => _mayHaveMore ? ReadMoreAsync(lanes) : ValueTask.CompletedTask;

    private async ValueTask ReadMoreAsync(CompanyLanes lanes)
    {
        if (lanes.Events < Crowd)
        {
            var page = await store.ReadBacklogAsync(partition, _readThrough, Page, null, CancellationToken.None);
            foreach (var stored in page) lanes.Add(stored);
            if (page.Count > 0) _readThrough = page[^1].Event!.Seq;
            _mayHaveMore = page.Count == Page;
        }

        if (!_mayHaveMore) _grown.Clear();
        else if (_grown.Count > 0)
            foreach (var company in _grown.ToArray())
                if (await ReadPastAsync(lanes, company)) _grown.Remove(company);
    }

    /// <returns>True when all there is of the company has been read.</returns>
    private async ValueTask<bool> ReadPastAsync(CompanyLanes lanes, CompanyId company)
    {
        var lane = lanes.Of(company);
        if (lane.Events.Count >= Past) return false;
        var page = await store.ReadBacklogAsync(partition, Math.Max(lane.ReadThrough, _readThrough), Past, company, CancellationToken.None);
        foreach (var stored in page) lanes.Add(stored);
        return page.Count < Past;
    }
}
