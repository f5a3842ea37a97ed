using System.Text.Json;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Customers;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Customers;

/// <summary>Makes views of stored customers, as the company they belong to (in memory already) sees them.</summary>
internal static class CustomerViews
{
    /// <summary>A page of customers with their tags.</summary>
    public static async Task<IReadOnlyList<CustomerView>> ListAsync(
        FlowBuilderContext context, Company home, IReadOnlyList<CustomerRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Id).ToArray();
        var tags = (await context.CustomerTags.AsNoTracking()
            .Where(tag => ids.Contains(tag.CustomerId))
            .ToListAsync(cancellation)).ToLookup(tag => tag.CustomerId, tag => tag.Tag);
        var noes = await NoesAsync(context, rows, cancellation);
        return [.. rows.Select(row => Of(row, tags[row.Id], null, noes, home))];
    }

    /// <summary>One customer with tags and records.</summary>
    public static async Task<CustomerView> OneAsync(
        FlowBuilderContext context, Company home, CustomerRow row, CancellationToken cancellation)
    {
        var tags = await context.CustomerTags.AsNoTracking()
            .Where(tag => tag.CustomerId == row.Id)
            .Select(tag => tag.Tag)
            .ToListAsync(cancellation);
        var records = await context.Records.AsNoTracking()
            .Where(record => record.CustomerId == row.Id)
            .OrderBy(record => record.Type)
            .ThenBy(record => record.Id)
            .ToListAsync(cancellation);
        return Of(
            row, tags,
            [.. records.Select(record => new RecordView(record.Type, record.Id, record.Status, Json(record.Properties), record.UpdatedAt))],
            await NoesAsync(context, [row], cancellation), home);
    }

    /// <summary>Stored JSON as it is; an empty object when there is none.</summary>
    public static JsonElement Json(string? stored) => JsonElement.Parse(string.IsNullOrEmpty(stored) ? "{}" : stored);

    /// <summary>What was said against the addresses the customers hold, by themselves or by others who hold them.</summary>
    private static async Task<ILookup<string, SuppressionReason>> NoesAsync(
        FlowBuilderContext context, IReadOnlyList<CustomerRow> rows, CancellationToken cancellation)
    {
        var hashes = rows.SelectMany(row => new[] { row.EmailHash, row.PhoneHash })
            .Where(hash => !string.IsNullOrEmpty(hash)).Distinct().ToArray();
        var noes = await context.Suppressions.AsNoTracking()
            .Where(line => line.EndedAt == null && hashes.Contains(line.Hash))
            .Select(line => new { line.Hash, line.Reason })
            .ToListAsync(cancellation);
        return noes.ToLookup(line => line.Hash, line => line.Reason);
    }

    private static TimeZoneView Zone(CustomerRow row, Company home)
    {
        var lives = new Customer { Id = new CustomerId(row.Id), Company = home.Id, Fields = Properties.Parse(row.Fields) }.Lives(home);
        return new TimeZoneView([.. lives.Zones.Select(zone => zone.Id)], lives.Source, lives.Unreadable);
    }

    private static CustomerView Of(
        CustomerRow row, IEnumerable<string> tags, IReadOnlyList<RecordView>? records, ILookup<string, SuppressionReason> noes,
        Company home) => new(
        row.UserId, row.Name, Json(row.Fields), [.. tags.Order(StringComparer.OrdinalIgnoreCase)],
        new ConsentView(
            row.EmailConsent, row.TextConsent, row.Unsubscribed || noes[row.EmailHash ?? ""].Contains(SuppressionReason.Unsubscribed),
            row.TextStopped || noes[row.PhoneHash ?? ""].Contains(SuppressionReason.Stopped),
            noes[row.EmailHash ?? ""].Contains(SuppressionReason.Bounced)),
        Zone(row, home), row.AutomationsOff, row.AddedAt, records);
}
