using System.Collections.Concurrent;
using FlowBuilder.Core.Companies;
using FlowBuilder.Runtime.Progress;

namespace FlowBuilder.Web.Reviews;

/// <summary>Who looks at which review at the moment. Whoever watches the queue is told when somebody comes or goes.</summary>
internal sealed class ReviewPresence(LiveFeed feed)
{
    private readonly ConcurrentDictionary<(CompanyId Company, long Review, Guid Visit), Actor> _here = [];

    /// <summary>Somebody opens a review; disposing of the answer closes it.</summary>
    public IDisposable Enter(CompanyId company, long review, Actor who)
    {
        var key = (company, review, Guid.NewGuid());
        _here[key] = who;
        feed.Touch(LiveTopic.Reviews(company));
        return new Visit(() =>
        {
            _here.TryRemove(key, out _);
            feed.Touch(LiveTopic.Reviews(company));
        });
    }

    /// <summary>The others who look at it, each once.</summary>
    public IReadOnlyList<Actor> Others(CompanyId company, long review, Actor me) =>
        [.. _here.Where(one => one.Key.Company == company && one.Key.Review == review && one.Value.Id != me.Id).Select(one => one.Value).DistinctBy(actor => actor.Id).OrderBy(actor => actor.Name, StringComparer.Ordinal)];

    private sealed class Visit(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
