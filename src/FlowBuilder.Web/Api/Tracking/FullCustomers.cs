using System.Collections.Concurrent;
using System.Text.Json;
using FlowBuilder.Application.Customers;
using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Steps.Json;
using FlowBuilder.Runtime.Progress;
using FlowBuilder.Storage;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Web.Hosting.Problems;

namespace FlowBuilder.Web.Api.Tracking;

/// <summary>
/// Lets the doors refuse what a customer who is full cannot take. Asking for the state of every customer would cost each call a read, so
/// only those are asked for of whom a turn has said that something was left out. The first such call is therefore taken (and the turn
/// leaves out what is too much); the ones after it are refused. After a restart it begins anew.
/// </summary>
public sealed class FullCustomers(CustomerCapacity capacity) : IProgressListener
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
        for (var i = 0; i < calls.Count && errors.Count < Problem.MaxErrors; i++)
        {
            var told = calls[i].Event;
            if (told.Kind is not (EventKind.Identify or EventKind.Group)) continue;
            var id = await capacity.NumberOfAsync(told, cancellation);
            if (!full.ContainsKey(id) || await capacity.BeyondAsync(id, told, cancellation) is not { } beyond) continue;
            errors.Add(new FieldError(calls[i].Path + beyond.Field, "too-much", beyond.Because));
        }
    }
}
