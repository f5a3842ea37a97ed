using System.Collections.Concurrent;
using System.Text.Json;
using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Runtime.Intake;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Customers;
using FlowBuilder.Web.Problems;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Tracking;

/// <summary>
/// Lets the doors refuse what a customer who is full cannot take. Asking for the state of every customer would cost each call a read, so
/// only those are asked for of whom a turn has said that something was left out. The first such call is therefore taken (and the turn leaves
/// out what is too much); the ones after it are refused. After a restart it begins anew.
/// </summary>
internal sealed class FullCustomers(IDbContextFactory<FlowBuilderContext> contexts, CustomerLimits limits) : IProgressListener
{
    /// <summary>Customers remembered for one company; beyond it the turn alone decides.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<CompanyId, ConcurrentDictionary<long, byte>> _full = [];

    /// <inheritdoc />
    public void Committed(TurnBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        foreach (var customer in batch.Customers)
            foreach (var change in customer.Changes)
                if (change is Change.EventRaised { Event: { Kind: EventKind.Own, Name: EventNames.LimitReached } }
                    && _full.GetOrAdd(customer.Company, _ => []) is { Count: < Most } known)
                    known.TryAdd(customer.Customer.Value, 0);
    }

    /// <summary>Names what the customers the events are about, as they are known now, cannot take any more.</summary>
    /// <param name="calls">Of one company.</param>
    /// <param name="errors">Receives what is too much.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task CheckAsync(IReadOnlyList<ReadCall> calls, List<FieldError> errors, CancellationToken cancellation)
    {
        if (calls.Count == 0 || !_full.TryGetValue(calls[0].Event.Company, out var full)) return;
        await using var context = contexts.CreateFor(calls[0].Event.Company);
        for (var i = 0; i < calls.Count && errors.Count < Problem.MaxErrors; i++)
        {
            var told = calls[i].Event;
            if (told.Kind is not (EventKind.Identify or EventKind.Group)) continue;
            var (kind, value) = told.UserId is { } user ? (CustomerKeyKind.User, user) : (CustomerKeyKind.Anonymous, told.AnonymousId);
            var id = await context.CustomerKeys.AsNoTracking().Where(key => key.Kind == kind && key.Value == value).Select(key => key.CustomerId).FirstOrDefaultAsync(cancellation);
            if (!full.ContainsKey(id) || await BeyondAsync(context, id, told, cancellation) is not { } beyond) continue;
            errors.Add(new FieldError(calls[i].Path + beyond.Field, "too-much", beyond.Because));
        }
    }

    private async Task<(string Field, string Because)?> BeyondAsync(FlowBuilderContext context, long customer, IncomingEvent told, CancellationToken cancellation)
    {
        var held = Properties.Parse(await context.Customers.AsNoTracking().Where(row => row.Id == customer).Select(row => row.Fields).FirstOrDefaultAsync(cancellation));
        var properties = told.Properties;
        if (told.Kind == EventKind.Group)
        {
            var ofGroup = new PropertiesEdit(Properties.Empty, told.Properties.Members.Count);
            foreach (var (name, value) in told.Properties.Members) ofGroup.Set("group." + name, value);
            properties = ofGroup.Done();
        }

        if (Overfull.FirstBeyond(held, properties, limits) is { } field)
            return (told.Kind == EventKind.Group ? field["group.".Length..] : field, Overfull.FieldWords(field, limits));
        if (told.Kind == EventKind.Group) return null;
        var whole = List(properties, "tags");
        var added = List(properties, "add_tags");
        if (whole is null && added is null) return null;
        var tags = await context.CustomerTags.AsNoTracking().Where(tag => tag.CustomerId == customer).Select(tag => new { tag.Tag, tag.Source }).ToListAsync(cancellation);
        var after = tags.Where(tag => whole is null || tag.Source != told.Source || whole.Contains(tag.Tag, StringComparer.OrdinalIgnoreCase)).Select(tag => tag.Tag)
            .Concat(whole ?? []).Concat(added ?? []).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return after <= Math.Max(limits.Tags, tags.Count) ? null
            : (added is null ? "tags" : "add_tags", $"would give the customer {after:N0} tags, and a customer may have at most {limits.Tags:N0}. Leave some out, or take others away.");
    }

    private static List<string>? List(Properties traits, string name) => traits.Get(name) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!)]
        : null;
}
