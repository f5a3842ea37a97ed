using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Customers;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Runtime.Addresses;

/// <summary>
/// Fills in by what customers are looked up where it is not known yet: rows from before there were hashes, and all of a company whose
/// country changes. What such rows say about opt-outs and bounces becomes suppressions of their addresses.
/// </summary>
internal sealed class AddressBackfill(
    IDbContextFactory<FlowBuilderContext> contexts, CustomerIndex index, AddressHashes hashes) : ICustomerIndexing
{
    private const int AtOnce = 500;

    /// <summary>Looks at every customer of a company anew: numbers are read with another country now.</summary>
    public async Task AgainAsync(CompanyId company, CancellationToken cancellation)
    {
        await using (var context = contexts.CreateFor(company))
            await context.Customers.ExecuteUpdateAsync(set => set.SetProperty(row => row.EmailHash, (string?)null), cancellation);
        await FillAsync(company, cancellation);
    }

    /// <summary>Looks at the customers nobody has looked at.</summary>
    public async Task FillAsync(CompanyId company, CancellationToken cancellation)
    {
        while (true)
        {
            await using var context = contexts.CreateFor(company);
            var rows = await context.Customers.Where(row => row.EmailHash == null).Take(AtOnce).ToListAsync(cancellation);
            if (rows.Count == 0) return;
            foreach (var row in rows) await FillAsync(context, company, row, cancellation);
            await context.SaveChangesAsync(cancellation);
        }
    }

    private async Task FillAsync(FlowBuilderContext context, CompanyId company, CustomerRow row, CancellationToken cancellation)
    {
        if (row.MergedInto is not null)
        {
            (row.EmailHash, row.PhoneHash) = (CustomerIndex.None, CustomerIndex.None);
            return;
        }

        (row.EmailHash, row.PhoneHash, row.SearchText) = index.Of(company, row.Name, row.Email, row.Phone, row.UserId);
        if (row.Unsubscribed) await NoteAsync(context, row, Channel.Email, row.EmailHash, SuppressionReason.Unsubscribed, cancellation);
        if (row.TextStopped) await NoteAsync(context, row, Channel.Text, row.PhoneHash, SuppressionReason.Stopped, cancellation);
        if (row.EmailBounced) await NoteAsync(context, row, Channel.Email, row.EmailHash, SuppressionReason.Bounced, cancellation);
        row.EmailBounced = false;
    }

    private async Task NoteAsync(
        FlowBuilderContext context, CustomerRow row, Channel channel, string hash, SuppressionReason reason, CancellationToken cancellation)
    {
        if (hash == CustomerIndex.None
            || await context.Suppressions.FindAsync([row.CompanyId, channel, hash, reason], cancellation) is not null)
            return;
        context.Suppressions.Add(new SuppressionRow
        {
            CompanyId = row.CompanyId, Channel = channel, Hash = hash, Reason = reason, HashedWith = hashes.KeyName, At = row.CreatedAt,
            Source = "known before addresses were stored"
        });
    }
}
