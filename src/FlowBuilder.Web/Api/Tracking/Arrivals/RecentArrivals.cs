using System.Collections.Concurrent;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Web.Api.Tracking.Arrivals;

/// <summary>The last events of each company as they came in, in memory; after a restart it begins anew.</summary>
public sealed class RecentArrivals
{
    /// <summary>Events kept for a company.</summary>
    public const int Most = 1_000;

    private readonly ConcurrentDictionary<CompanyId, Queue<Arrival>> _recent = [];

    /// <summary>Something came in for a company.</summary>
    public event Action<CompanyId>? Changed;

    /// <summary>Notes what came in with one call.</summary>
    public void Note(IReadOnlyList<Arrival> arrivals)
    {
        if (arrivals.Count == 0) return;
        var recent = _recent.GetOrAdd(arrivals[0].Company, _ => new Queue<Arrival>(Most));
        lock (recent)
        {
            foreach (var arrival in arrivals.Skip(arrivals.Count - Most))
            {
                if (recent.Count == Most) recent.Dequeue();
                recent.Enqueue(arrival);
            }
        }

        Changed?.Invoke(arrivals[0].Company);
    }

    /// <summary>What came in last, the newest first.</summary>
    public IReadOnlyList<Arrival> Of(CompanyId company)
    {
        if (!_recent.TryGetValue(company, out var recent)) return [];
        lock (recent) return [.. recent.Reverse()];
    }
}
