using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Companies;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Suppressions;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Customers;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Runtime.Addresses;

/// <summary>The list of suppressions as doors, screens and the API read and change it. What a
/// person of the company changes is written into the audit log.</summary>
internal sealed class SuppressionList(
    IDbContextFactory<FlowBuilderContext> contexts, SuppressionCache cache, AddressHashes hashes, ICompanyCache companies, IEngine engine,
    AuditTrail audit, ProductClock clock) : ISuppressions, ISuppressionList
{
    private const string Calls = "text-words";
    private const int MostHolders = 200;
    private static readonly TimeSpan CallsAreKept = TimeSpan.FromDays(3650);
    private static readonly TimeSpan TakingBack = TimeSpan.FromHours(24);

    /// <inheritdoc />
    public AddressStatus Find(CompanyId company, Channel channel, string address) =>
        KeyOf(company, channel, address) is { } key ? cache.Find(company, channel, key) : AddressStatus.None;

    /// <inheritdoc />
    public async Task NoteAsync(
        CompanyId company, Channel channel, string address, SuppressionReason reason, string source, CancellationToken cancellation)
    {
        if (KeyOf(company, channel, address) is not { } key) return;
        await using var context = contexts.CreateFor(company);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await AddAsync(context, company, channel, key, new Suppression(reason, clock.Now, Suppression.Short(source)), cancellation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <inheritdoc />
    public async Task EndAsync(CompanyId company, Channel channel, string address, string source, CancellationToken cancellation)
    {
        if (KeyOf(company, channel, address) is not { } key) return;
        await using var context = contexts.CreateFor(company);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var (hash, now, by) = (cache.HashOf(company, channel, key), clock.Now, Suppression.Short(source));
        foreach (var row in await context.Suppressions
            .Where(row => row.Channel == channel && row.Hash == hash && row.EndedAt == null && row.At <= now)
            .ToListAsync(cancellation))
            (row.EndedAt, row.EndedBy) = (now, by);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        cache.Update(company, channel, hash, standing => standing.Ended(now, by));
    }

    /// <inheritdoc />
    public async Task<bool> IsCountedAsync(CompanyId company, string call, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.EventKeys.AnyAsync(row => row.Source == Calls && row.MessageId == call, cancellation);
    }

    /// <inheritdoc />
    public async Task CountAsync(CompanyId company, string call, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        if (await context.EventKeys.AnyAsync(row => row.Source == Calls && row.MessageId == call, cancellation)) return;
        // Retention removes keys by their time: these shall stay.
        context.EventKeys.Add(new EventKeyRow
        {
            CompanyId = company.Value, Source = Calls, MessageId = call, At = clock.Now + CallsAreKept
        });
        await context.SaveChangesAsync(cancellation);
    }

    /// <inheritdoc />
    public async Task<bool> MayTakeBackAsync(CompanyId company, CustomerId customer, MessageId message, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var words = await context.Events.AsNoTracking()
            .Where(row => row.CustomerId == customer.Value && (row.Name == EventNames.Unsubscribed || row.Name == EventNames.Subscribed))
            .OrderByDescending(row => row.Seq).Select(row => new { row.Name, row.Properties, row.At }).Take(50).ToListAsync(cancellation);
        var since = clock.Now - TakingBack;
        var found = false;
        foreach (var word in words)
        {
            var told = Properties.Parse(word.Properties);
            if ((ChannelNames.Read(told.Text("channel")) ?? Channel.Email) != Channel.Email) continue;
            if (word.Name == EventNames.Subscribed) break;
            if (told.Text("message_id") != message.ToString() || word.At < since) return false;
            found = true;
        }

        return found;
    }

    /// <inheritdoc />
    public async Task<bool> AddByHandAsync(
        CompanyId company, Channel channel, string address, SuppressionReason reason, string source, Actor by,
        CancellationToken cancellation)
    {
        if (KeyOf(company, channel, address) is not { } key) return false;
        await using var context = contexts.CreateFor(company);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await AddAsync(context, company, channel, key, new Suppression(reason, clock.Now, Suppression.Short(source)), cancellation);
        audit.Add(
            context, by, "suppression.add", AddressMask.Of(channel, address),
            $"added {AddressMask.Of(channel, address)} to the suppression list");
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <inheritdoc />
    public async Task<int> ImportAsync(CompanyId company, IReadOnlyList<SuppressionLine> lines, Actor by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(lines);
        await using var context = contexts.CreateFor(company);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var added = 0;
        foreach (var line in lines)
        {
            if (KeyOf(company, line.Channel, line.Address) is not { } key) continue;
            if (await AddAsync(
                context, company, line.Channel, key,
                new Suppression(line.Reason, line.At is { } at && at < clock.Now ? at : clock.Now, Suppression.Short(line.Source)),
                cancellation))
                added++;
        }

        audit.Add(context, by, "suppression.import", null, $"imported {lines.Count} suppressions, {added} of them new");
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return added;
    }

    /// <inheritdoc />
    public async Task<bool> TakeOffAsync(CompanyId company, SuppressionId id, Actor by, CancellationToken cancellation)
    {
        await using (var context = contexts.CreateFor(company))
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            if (await context.Suppressions.FirstOrDefaultAsync(
                row => row.Channel == id.Channel && row.Hash == id.Hash && row.Reason == id.Reason && row.EndedAt == null,
                cancellation) is not { } line)
                return false;
            var (now, words) = (clock.Now, Suppression.Short($"removed by {by.Name}"));
            (line.EndedAt, line.EndedBy) = (now, words);
            // Who mends an address that came back begins to count anew.
            if (id.Reason == SuppressionReason.Bounced)
                foreach (var soft in await context.Suppressions
                    .Where(
                        row =>
                            row.Channel == id.Channel
                            && row.Hash == id.Hash
                            && row.Reason == SuppressionReason.SoftBounces
                            && row.EndedAt == null)
                    .ToListAsync(cancellation))
                    (soft.EndedAt, soft.EndedBy) = (now, words);
            var address = (await AddressesAsync(context, [line], cancellation)).GetValueOrDefault(line.Hash);
            audit.Add(
                context, by, "suppression.remove", id.ToString(),
                $"removed {(address is null ? "an address no customer has" : AddressMask.Of(id.Channel, address))} from the suppression "
                    + $"list",
                SuppressionText.Of(line.Reason), null);
            await context.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            cache.Update(company, id.Channel, id.Hash, standing => standing.Lifted(id.Reason, now, words));
            if (id.Reason == SuppressionReason.Bounced)
                cache.Update(company, id.Channel, id.Hash, standing => standing.Lifted(SuppressionReason.SoftBounces, now, words));
        }

        if (id.Reason is SuppressionReason.Unsubscribed or SuppressionReason.Stopped) await LiftAsync(company, id, cancellation);
        return true;
    }

    /// <inheritdoc />
    public async Task<bool> ConfirmAsync(CompanyId company, SuppressionId id, Actor by, CancellationToken cancellation)
    {
        if (id.Reason != SuppressionReason.InDoubt) return false;
        await using var context = contexts.CreateFor(company);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await context.Suppressions.FirstOrDefaultAsync(
            row => row.Channel == id.Channel && row.Hash == id.Hash && row.Reason == id.Reason && row.EndedAt == null,
            cancellation) is not { } doubt)
            return false;
        var (now, reason, words) = (clock.Now, ChannelInfo.Of(id.Channel).Consent!.No, Suppression.Short($"{by.Name} read a reply"));
        await AddHashAsync(context, company, id.Channel, id.Hash, doubt.HashedWith, new Suppression(reason, now, words), cancellation);
        (doubt.EndedAt, doubt.EndedBy) = (now, words);
        audit.Add(
            context, by, "suppression.confirm", id.ToString(), $"decided that a reply means no more {ChannelInfo.Of(id.Channel).Many}");
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        cache.Update(company, id.Channel, id.Hash, standing => standing.Lifted(SuppressionReason.InDoubt, now, words));
        return true;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, string>> AddressesAsync(
        CompanyId company, IReadOnlyCollection<SuppressionRow> lines, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await AddressesAsync(context, lines, cancellation);
    }

    /// <inheritdoc />
    public IReadOnlyList<string> HashesOf(CompanyId company, string typed) =>
        [.. ChannelInfo.All
            .Where(channel => channel.Address is not null)
            .Select(channel => channel.Channel)
            .Where(channel => KeyOf(company, channel, typed) is not null)
            .Select(channel => cache.HashOf(company, channel, KeyOf(company, channel, typed)!))];

    private static async Task<Dictionary<string, string>> AddressesAsync(
        FlowBuilderContext context, IReadOnlyCollection<SuppressionRow> lines, CancellationToken cancellation)
    {
        var emails = lines.Where(line => line.Channel == Channel.Email).Select(line => line.Hash).Distinct().ToArray();
        var phones = lines.Where(line => line.Channel == Channel.Text).Select(line => line.Hash).Distinct().ToArray();
        var found = new Dictionary<string, string>();
        foreach (var row in await context.Customers.AsNoTracking()
            .Where(row => emails.Contains(row.EmailHash))
            .Select(row => new { row.EmailHash, row.Email })
            .ToListAsync(cancellation))
            found.TryAdd(row.EmailHash!, row.Email ?? "");
        foreach (var row in await context.Customers.AsNoTracking()
            .Where(row => phones.Contains(row.PhoneHash))
            .Select(row => new { row.PhoneHash, row.Phone })
            .ToListAsync(cancellation))
            found.TryAdd(row.PhoneHash!, row.Phone ?? "");
        return found;
    }

    /// <summary>Those who hold the address have said no themselves: that ends with it.</summary>
    private async Task LiftAsync(CompanyId company, SuppressionId id, CancellationToken cancellation)
    {
        long[] holders;
        await using (var context = contexts.CreateFor(company))
            holders = await context.Customers.AsNoTracking()
                .Where(
                    row =>
                        id.Channel == Channel.Email
                            ? row.EmailHash == id.Hash && row.Unsubscribed
                            : row.PhoneHash == id.Hash && row.TextStopped)
                .Select(row => row.Id).Take(MostHolders).ToArrayAsync(cancellation);
        foreach (var holder in holders)
            await engine.AskAsync(
                company, new CustomerId(holder),
                new TurnInput.ConsentGiven(id.Channel == Channel.Email ? ConsentChange.LiftEmail : ConsentChange.LiftTexts, null),
                CancellationToken.None);
    }

    private Task<bool> AddAsync(
        FlowBuilderContext context, CompanyId company, Channel channel, string key, Suppression no, CancellationToken cancellation) =>
        AddHashAsync(context, company, channel, cache.HashOf(company, channel, key), null, no, cancellation);

    /// <returns>Whether it was not on the list before.</returns>
    private async Task<bool> AddHashAsync(
        FlowBuilderContext context, CompanyId company, Channel channel, string hash, string? hashedWith, Suppression no,
        CancellationToken cancellation)
    {
        cache.Update(company, channel, hash, standing => standing.With(no));
        if (await context.Suppressions.FindAsync([company.Value, channel, hash, no.Reason], cancellation) is not { } row)
        {
            context.Suppressions.Add(new SuppressionRow
            {
                CompanyId = company.Value, Channel = channel, Hash = hash, Reason = no.Reason, HashedWith = hashedWith ?? hashes.KeyName,
                At = no.At, Source = no.Source
            });
            return true;
        }

        var wasOn = row.EndedAt is null;
        if (no.At < row.At || no.At < row.EndedAt) return false;
        (row.At, row.Source, row.EndedAt, row.EndedBy) = (no.At, no.Source, null, null);
        return !wasOn;
    }

    private string? KeyOf(CompanyId company, Channel channel, string address) =>
        companies.Find(company) is { } known ? cache.Key(known, channel, address) : null;
}
