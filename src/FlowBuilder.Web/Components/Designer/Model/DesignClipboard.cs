using System.Collections.Concurrent;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Web.Components.Designer.Model;

/// <summary>What somebody has copied, for pasting into any sequence of the same company, in any tab
/// of the same browser session. Bounded; gone with the program.</summary>
public sealed class DesignClipboard
{
    private const int MostSessions = 1_000;
    private readonly ConcurrentDictionary<(Guid Session, int Company), SequenceDocument> _copied = [];

    public void Put(Guid session, int company, SequenceDocument fragment)
    {
        if (_copied.Count >= MostSessions && !_copied.ContainsKey((session, company)))
            foreach (var old in _copied.Keys.Take(MostSessions / 10)) _copied.TryRemove(old, out _);
        _copied[(session, company)] = fragment;
    }

    public SequenceDocument? Take(Guid session, int company) => _copied.GetValueOrDefault((session, company));
}
