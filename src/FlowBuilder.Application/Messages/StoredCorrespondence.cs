using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Customers;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Messages;

/// <summary>Looks in the database.</summary>
public sealed class StoredCorrespondence(IDbContextFactory<FlowBuilderContext> contexts, AddressHashes hashes) : ICorrespondence
{
    private const int MostOfOnePhone = 50;

    /// <inheritdoc />
    public async Task<Message?> FindMessageAsync(CompanyId company, CustomerId customer, MessageId message, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        var row = await context.Messages.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == message.Value && one.CustomerId == customer.Value, cancellation);
        if (row is null)
        {
            // Messages of a customer who was joined to another may have moved with them.
            if (await SurvivorAsync(context, customer, cancellation) is not { } survivor || survivor.Id == customer.Value) return null;
            row = await context.Messages.AsNoTracking()
                .FirstOrDefaultAsync(one => one.Id == message.Value && one.CustomerId == survivor.Id, cancellation);
            if (row is null) return null;
        }

        var body = await context.MessageBodies.AsNoTracking().FirstOrDefaultAsync(one => one.MessageId == message.Value, cancellation);
        return new Message
        {
            Id = message, Customer = new CustomerId(row.CustomerId), Channel = row.Channel, Purpose = row.Purpose, Template = row.Template,
            TemplateRevision = row.TemplateRevision,
            ToPerson = row.ToPerson, To = row.To, Subject = row.Subject, Html = body?.Html, Text = body?.Text ?? "", State = row.State,
            CreatedAt = row.CreatedAt, ProviderId = row.ProviderId,
        };
    }

    /// <inheritdoc />
    public async Task<KnownCustomer?> FindCustomerAsync(CompanyId company, CustomerId customer, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await SurvivorAsync(context, customer, cancellation) is { } row ? await KnownAsync(context, row, cancellation) : null;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<KnownCustomer>> WithPhoneAsync(CompanyId company, string phone, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(phone);
        await using var context = contexts.CreateFor(company);
        var hash = hashes.Of(company, Channel.Text, phone);
        var rows = await context.Customers.AsNoTracking()
            .Where(one => one.PhoneHash == hash && one.MergedInto == null)
            .OrderBy(one => one.Id)
            .Take(MostOfOnePhone)
            .ToListAsync(cancellation);
        var ids = rows.Select(row => row.Id).ToArray();
        var lastTexts = await context.Messages.AsNoTracking()
            .Where(message => message.Channel == Channel.Text && message.ToPerson == null && ids.Contains(message.CustomerId))
            .GroupBy(message => message.CustomerId).Select(group => new { Customer = group.Key, Last = group.Max(message => message.Id) })
            .ToDictionaryAsync(one => one.Customer, one => one.Last, cancellation);
        var known = new List<KnownCustomer>();
        foreach (var row in rows.OrderByDescending(row => lastTexts.GetValueOrDefault(row.Id)).ThenBy(row => row.Id))
            known.Add(await KnownAsync(context, row, cancellation));
        return known;
    }

    private static async Task<CustomerRow?> SurvivorAsync(FlowBuilderContext context, CustomerId customer, CancellationToken cancellation)
    {
        var id = customer.Value;
        for (var step = 0; step < 10; step++)
        {
            var row = await context.Customers.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation);
            if (row?.MergedInto is not { } into) return row;
            id = into;
        }

        return null;
    }

    private static async Task<KnownCustomer> KnownAsync(FlowBuilderContext context, CustomerRow row, CancellationToken cancellation)
    {
        var anonymous = row.UserId is not null ? null : await context.CustomerKeys.AsNoTracking()
            .Where(key => key.CustomerId == row.Id && key.Kind == CustomerKeyKind.Anonymous)
            .Select(key => key.Value)
            .FirstOrDefaultAsync(cancellation);
        return new KnownCustomer(new CustomerId(row.Id), row.UserId, anonymous, row.TextStopped);
    }
}
