using System.Collections.Concurrent;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Runtime.Channels.Breaking;

/// <summary>
/// The breakers of all providers: one for the mail server, one for each company's recipients' mail domain, one for each company's webhook
/// host, one for the provider of texts. A host or domain is counted by company, so that one
/// company's faulty calls never close a door to another.
/// </summary>
public sealed class ProviderBreakers(TimeProvider clock)
{
    /// <summary>Breakers kept; beyond that those go that are closed and were not used for the longest time.</summary>
    internal const int Most = 2_000;

    private readonly ConcurrentDictionary<(Channel Channel, CompanyId Company, string Provider), ProviderBreaker> _breakers = [];

    /// <summary>Breakers kept now.</summary>
    internal int Count => _breakers.Count;

    /// <summary>The breaker of a provider.</summary>
    /// <param name="channel">What is sent to it.</param>
    /// <param name="company">For whom; null: for all companies together.</param>
    /// <param name="provider">Host and port, or domain.</param>
    /// <param name="name">How words for a marketer name it at the beginning of a sentence.</param>
    internal ProviderBreaker Of(Channel channel, CompanyId? company, string provider, string name)
    {
        var key = (channel, company ?? default, provider);
        if (_breakers.TryGetValue(key, out var known)) return known;
        if (_breakers.Count >= Most) Forget();
        return _breakers.GetOrAdd(key, _ => new ProviderBreaker(name, clock));
    }

    /// <summary>Whether a provider is left alone; makes no breaker.</summary>
    internal ProviderPause? Closed(Channel channel, CompanyId? company, string provider) =>
        _breakers.TryGetValue((channel, company ?? default, provider), out var known) ? known.Closed : null;

    /// <summary>Who is left alone now, in words that name no company, host or domain; empty: nobody.</summary>
    public IReadOnlyList<string> Troubles
    {
        get
        {
            var open = _breakers.Where(one => one.Value.IsOpen).Select(one => one.Key).ToList();
            var troubles = new List<string>();
            foreach (var row in ChannelInfo.All)
            {
                var (down, host, whose) = row.Providers;
                var all = open.FindAll(key => key.Channel == row.Channel);
                // A channel may have one provider for all companies, some that they bring
                // themselves, or both: then the company tells them apart.
                var own = host is null ? 0 : down is null ? all.Count : all.Count(key => key.Company != default);
                if (all.Count > own) troubles.Add($"{down}: {row.Many} are waiting and will be retried automatically.");
                if (own > 0)
                    troubles.Add(
                        $"{own} {host}{(own == 1 ? " keeps" : "s keep")} failing: {whose} {(own == 1 ? "it" : "them")} are waiting and "
                            + $"will be "
                            + "retried automatically.");
            }

            return troubles;
        }
    }

    private void Forget()
    {
        foreach (var (key, _) in _breakers.Where(one => !one.Value.IsOpen).OrderBy(one => one.Value.UsedAt).Take(Most / 4).ToList())
            _breakers.TryRemove(key, out _);
    }
}
