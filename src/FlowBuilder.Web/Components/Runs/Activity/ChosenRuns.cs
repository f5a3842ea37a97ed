using FlowBuilder.Application.Runs;

namespace FlowBuilder.Web.Components.Runs.Activity;

/// <summary>The runs somebody has ticked on a screen, and what is done to all of them at once.</summary>
internal sealed class ChosenRuns
{
    private readonly HashSet<long> _runs = [];

    /// <summary>Their numbers.</summary>
    public IReadOnlySet<long> All => _runs;

    public int Count => _runs.Count;

    /// <summary>Whether something is being done to them.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Ticks a run, or takes the tick away.</summary>
    public void Tick(long run)
    {
        if (!_runs.Remove(run)) _runs.Add(run);
    }

    public void Clear() => _runs.Clear();

    /// <summary>Takes the ticks away from all but these.</summary>
    public void Keep(IEnumerable<long> runs) => _runs.IntersectWith(runs);

    /// <summary>Does it to all of them; none is ticked afterwards. False: nothing was done.</summary>
    public async Task<bool> MoveAsync(RunActions session, RunMove move)
    {
        if (IsBusy || Count == 0) return false;
        IsBusy = true;
        try
        {
            if (!await session.DoAsync([.. _runs], move)) return false;
            _runs.Clear();
            return true;
        }
        finally
        {
            IsBusy = false;
        }
    }
}
