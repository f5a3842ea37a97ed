using System.Collections.Concurrent;
using FlowBuilder.Application.Live;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Runtime.Progress;

namespace FlowBuilder.Web.Live;

/// <summary>Who has which thing open at the moment. Whoever watches the thing's topic is told when somebody comes or goes.</summary>
/// <typeparam name="TThing">Names one of them within its company.</typeparam>
public abstract class Presence<TThing>(LiveFeed feed)
    where TThing : notnull
{
    private readonly ConcurrentDictionary<(CompanyId Company, TThing Thing, Guid Visit), Actor> _here = [];

    /// <summary>Somebody opens it; disposing of the answer closes it.</summary>
    public IDisposable Enter(CompanyId company, TThing thing, Actor who)
    {
        var key = (company, thing, Guid.NewGuid());
        _here[key] = who;
        Tell(company, thing);
        return new Visit(() =>
        {
            _here.TryRemove(key, out _);
            Tell(company, thing);
        });
    }

    /// <summary>The others who have it open, each once.</summary>
    public IReadOnlyList<Actor> Others(CompanyId company, TThing thing, Actor me) =>
        [.. _here.Where(one => one.Key.Company == company && one.Key.Thing.Equals(thing) && one.Value.Id != me.Id)
            .Select(one => one.Value)
            .DistinctBy(actor => actor.Id)
            .OrderBy(actor => actor.Name, StringComparer.Ordinal)];

    /// <summary>What those watch who want to know.</summary>
    protected abstract LiveTopic TopicOf(CompanyId company, TThing thing);

    protected void Tell(CompanyId company, TThing thing) => feed.Touch(TopicOf(company, thing));

    private sealed class Visit(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
