using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Ports;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Customers.Merging;

/// <summary>Merges two known customers because a person asks for it, by API or on screen:
/// everything of the other goes to the one who stays, whose fields win.</summary>
public sealed class CustomerMerger(IDbContextFactory<FlowBuilderContext> contexts, IIntake intake, AuditTrail audit, TimeProvider clock)
{
    /// <summary>What the event is called that joins two customers.</summary>
    public const string EventName = "Alias";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Merges, and answers once it is done or 20 seconds have passed.</summary>
    /// <param name="caller">Who asks; may change customers.</param>
    /// <param name="survivor">An id of the one who stays.</param>
    /// <param name="other">An id of the one who goes; it leads to the other from then on.</param>
    /// <param name="cancellation">Given up only before it is noted.</param>
    public async Task<MergeAnswer> MergeAsync(Caller caller, string survivor, string other, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(caller.Company);
        if (await CustomerLookup.FindAsync(context, survivor, cancellation) is not { } stays) return new MergeAnswer.NoSurvivor();
        if (await CustomerLookup.FindAsync(context, other, cancellation) is not { } goes) return new MergeAnswer.NoOther();
        if (stays == goes) return new MergeAnswer.AreOne();
        if (await context.Customers.AsNoTracking()
            .Where(row => row.Id == goes.Value)
            .Select(row => new { row.Name, row.UserId })
            .FirstOrDefaultAsync(cancellation) is not { } who)
            return new MergeAnswer.NoOther();
        await audit.AppendAsync(
            caller.Company, caller.Actor, AuditLog.JoinedText.Action, stays.ToString(), AuditLog.JoinedText.Written(goes));
        await intake.AcceptAsync(
        [
            new IncomingEvent
            {
                Company = caller.Company, Source = caller.Source, MessageId = $"merge-{Guid.CreateVersion7(clock.GetUtcNow()):N}",
                UserId = survivor, PreviousId = other, Kind = EventKind.Alias, Name = EventName,
                JoinsKnown = true, Properties = AliasPhrases.Joined(AliasPhrases.Name(who.Name, who.UserId)),
                Door = caller.Person is null ? EventOrigin.Api : EventOrigin.Screen,
            },
        ], cancellation);
        return await IsDoneAsync(context, goes, cancellation) ? new MergeAnswer.Merged(stays, goes) : new MergeAnswer.Noted(stays, goes);
    }

    /// <summary>The pumps merge them, holding both partitions: it takes as long as what they are at.</summary>
    private async Task<bool> IsDoneAsync(FlowBuilderContext context, CustomerId goes, CancellationToken cancellation)
    {
        for (var began = clock.GetTimestamp(); clock.GetElapsedTime(began) < Patience; await Task.Delay(Look, clock, cancellation))
            if (await context.Customers.AsNoTracking().AnyAsync(row => row.Id == goes.Value && row.MergedInto != null, cancellation))
                return true;
        return false;
    }
}
