using System.Collections.Concurrent;
using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Sequences;
using FlowBuilder.Runtime.Progress;

namespace FlowBuilder.Web.Designer;

/// <summary>Who has which draft open. Whoever watches the draft's topic is told when somebody comes, goes or saves.</summary>
internal sealed class DesignPresence(LiveFeed feed)
{
    private readonly ConcurrentDictionary<(CompanyId Company, SequenceId Sequence, Guid Visit), Actor> _here = [];

    /// <summary>Somebody opens a draft; disposing of the answer closes it.</summary>
    public IDisposable Enter(CompanyId company, SequenceId sequence, Actor who)
    {
        var key = (company, sequence, Guid.NewGuid());
        _here[key] = who;
        feed.Touch(LiveTopic.Draft(company, sequence));
        return new Visit(() =>
        {
            _here.TryRemove(key, out _);
            feed.Touch(LiveTopic.Draft(company, sequence));
        });
    }

    /// <summary>The others who have it open, each once.</summary>
    public IReadOnlyList<Actor> Others(CompanyId company, SequenceId sequence, Actor me) =>
        [.. _here.Where(one => one.Key.Company == company && one.Key.Sequence == sequence && one.Value.Id != me.Id).Select(one => one.Value).DistinctBy(actor => actor.Id).OrderBy(actor => actor.Name, StringComparer.Ordinal)];

    /// <summary>A draft was saved: whoever has it open takes it in.</summary>
    public void Saved(CompanyId company, SequenceId sequence) => feed.Touch(LiveTopic.Draft(company, sequence));

    private sealed class Visit(Action end) : IDisposable
    {
        private Action? _end = end;

        public void Dispose() => Interlocked.Exchange(ref _end, null)?.Invoke();
    }
}
