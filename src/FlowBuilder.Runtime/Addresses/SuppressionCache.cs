using System.Collections.Concurrent;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Runtime.Caching;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Runtime.Addresses;

/// <summary>
/// What was said against which address, all companies' in memory (about 150 bytes each), so that a message is judged without asking the
/// database. A no is known here before it is committed, a yes only after: whoever is judged in between is not written to.
/// </summary>
internal sealed class SuppressionCache(IDbContextFactory<FlowBuilderContext> contexts, AddressHashes hashes) : IAddresses, IReloadable
{
    private readonly ConcurrentDictionary<CompanyId, Standings> _companies = [];

    /// <inheritdoc />
    public string? Phone(string? typed, string? country) => PhoneForm.Of(typed, country);

    /// <inheritdoc />
    public AddressStatus Find(CompanyId company, Channel channel, string key)
    {
        var standings = Of(company);
        if (standings.IsEmpty) return AddressStatus.None;
        for (var which = 0; which < hashes.Keys; which++)
            if (standings.TryGetValue((channel, hashes.Of(company, channel, key, which)), out var standing)) return standing;
        return AddressStatus.None;
    }

    /// <summary>Reads what was said so far, once: from then on it is told here what is said, and before it stands in the tables.</summary>
    public async Task RefreshAsync(CompanyId company, CancellationToken cancellation)
    {
        if (!_companies.ContainsKey(company)) _companies.TryAdd(company, await ReadAsync(company, cancellation));
    }

    /// <summary>What was said against the address a message goes to.</summary>
    public AddressStatus Standing(Company company, Message message) =>
        ChannelInfo.Of(message.Channel).Address is not null && this.Key(company, message.Channel, message.To) is { } key
            ? Find(company.Id, message.Channel, key)
            : AddressStatus.None;

    /// <summary>Before a commit: its no's hold from now on.</summary>
    public void Expect(CompanyId company, Change change)
    {
        if (change is Change.AddressSuppressed no) Note(company, no.Channel, no.Key, no.Suppression);
    }

    /// <summary>After a commit: its yes's hold from now on.</summary>
    public void Committed(CompanyId company, Change change)
    {
        if (change is Change.AddressFreed yes) Free(company, yes);
    }

    /// <summary>A no.</summary>
    public void Note(CompanyId company, Channel channel, string key, Suppression no) =>
        Update(company, channel, HashOf(company, channel, key), standing => standing.With(no));

    /// <summary>The hash under which an address stands; with the key of now where it stands nowhere.</summary>
    public string HashOf(CompanyId company, Channel channel, string key)
    {
        var standings = Of(company);
        for (var which = 0; which < hashes.Keys; which++)
            if (hashes.Of(company, channel, key, which) is var hash && standings.ContainsKey((channel, hash))) return hash;
        return hashes.Of(company, channel, key);
    }

    /// <summary>What stands in a row now.</summary>
    public void Update(CompanyId company, Channel channel, string hash, Func<AddressStatus, AddressStatus> change) =>
        Of(company).AddOrUpdate((channel, hash), _ => change(AddressStatus.None), (_, standing) => change(standing));

    // Apart, so that changes of other kinds pass by without a closure being made for them.
    private void Free(CompanyId company, Change.AddressFreed yes) =>
        Update(company, yes.Channel, HashOf(company, yes.Channel, yes.Key), standing => standing.Ended(yes.At, yes.By, yes.Reason));

    /// <summary>Nobody is judged by a state that has not been read: what is not known must not pass for a yes.</summary>
    private Standings Of(CompanyId company) => _companies.GetValueOrDefault(company)
        ?? throw new InvalidOperationException(
            $"What was said against addresses has not been read for company {company.Value}. It is read at start and when a company is "
                + $"made (IEngine.RefreshAsync).");

    private async Task<Standings> ReadAsync(CompanyId company, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var standings = new Standings();
        await foreach (var row in context.Suppressions.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!hashes.Knows(row.HashedWith))
                throw AddressKeys.Missing(row.HashedWith);
            standings.AddOrUpdate(
                (row.Channel, row.Hash), _ => new AddressStatus([row.ToSuppression()]),
                (_, standing) => standing.Read(row.ToSuppression()));
        }

        return standings;
    }

    private sealed class Standings : ConcurrentDictionary<(Channel Channel, string Hash), AddressStatus>;
}
