using System.Text.Json;
using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Customers;
using FlowBuilder.Storage.Ports;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Customers;

/// <summary>Says what a customer has no room for any more.</summary>
public sealed class CustomerCapacity(IDbContextFactory<FlowBuilderContext> contexts, CustomerLimits limits)
{
    /// <summary>The number of the customer an event is about; 0 when there is none yet.</summary>
    public async Task<long> NumberOfAsync(IncomingEvent told, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(told);
        await using var context = contexts.CreateFor(told.Company);
        var (kind, value) = told.UserId is { } user ? (CustomerKeyKind.User, user) : (CustomerKeyKind.Anonymous, told.AnonymousId);
        return await context.CustomerKeys.AsNoTracking()
            .Where(key => key.Kind == kind && key.Value == value)
            .Select(key => key.CustomerId)
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>What a customer, as known now, could not take of an event any more; null when it fits.</summary>
    public async Task<(string Field, string Because)?> BeyondAsync(long customer, IncomingEvent told, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(told);
        await using var context = contexts.CreateFor(told.Company);
        var held = Properties.Parse(
            await context.Customers.AsNoTracking()
                .Where(row => row.Id == customer)
                .Select(row => row.Fields)
                .FirstOrDefaultAsync(cancellation));
        var properties = told.Kind == EventKind.Group ? GroupFields.Of(told.Properties) : told.Properties;
        if (Overfull.FirstBeyond(held, properties, limits) is { } field)
            return (told.Kind == EventKind.Group ? GroupFields.TraitOf(field) : field, Overfull.FieldWords(field, limits));
        if (told.Kind == EventKind.Group) return null;
        var whole = List(properties, "tags");
        var added = List(properties, "add_tags");
        if (whole is null && added is null) return null;
        var tags = await context.CustomerTags.AsNoTracking()
            .Where(tag => tag.CustomerId == customer)
            .Select(tag => new { tag.Tag, tag.Source })
            .ToListAsync(cancellation);
        var after = tags.Where(
            tag => whole is null || tag.Source != told.Source || whole.Contains(tag.Tag, StringComparer.OrdinalIgnoreCase))
            .Select(tag => tag.Tag)
            .Concat(whole ?? []).Concat(added ?? []).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return after <= Math.Max(limits.Tags, tags.Count) ? null
            : (added is null
                ? "tags"
                : "add_tags",
                    $"would give the customer {after:N0} tags, and a customer can have at most {limits.Tags:N0}. Leave some out, or "
                        + $"remove others.");
    }

    private static List<string>? List(Properties traits, string name) => traits.Get(name) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!)]
        : null;
}
