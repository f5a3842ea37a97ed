using FlowBuilder.Application.Access;
using FlowBuilder.Application.AuditLog;
using FlowBuilder.Application.Engine;
using FlowBuilder.Application.Lists;
using FlowBuilder.Application.Live;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.AuditLog;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Engine;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Application.Mending;

/// <summary>What is done about inputs that broke their turn: tried again, or given up. From screens
/// and API alike, each with a line in the audit log.</summary>
public sealed class InputsSetAside(
    IDbContextFactory<FlowBuilderContext> contexts, IEngine engine, AuditTrail audit, ILiveFeed feed, ICustomersTold told)
{
    private static readonly TurnAnswer.Refused Nothing = new(Refusal.NotFound, "That item no longer exists.");

    /// <summary>Takes the input again. Done, it leaves the list in the very commit of its turn; broken again, it stays.</summary>
    public async Task<TurnAnswer> TryAgainAsync(Caller caller, long id, CancellationToken cancellation)
    {
        if (await FindAsync(caller.Company, id, cancellation) is not { } row) return Nothing;
        if (StoredInput.Read(row.Input) is not { } input)
            return new TurnAnswer.Refused(
                Refusal.WrongState,
                "It was set aside by an older version of the program, which did not keep enough of it. It can only be discarded.");
        var customer = new CustomerId(row.CustomerId);
        told.Note(customer);
        var note = new AuditNote(
            caller.Actor, "customer.input-retry", customer.ToString(), $"retried what failed: {ParkedInputText.Of(row.Kind, input)}");
        var answer = await engine.AskAsync(caller.Company, customer, input with { Parked = id, Audit = note }, cancellation);
        feed.Touch(LiveTopic.Attention(caller.Company));
        return answer;
    }

    /// <summary>Forgets the input: what it would have done is never done.</summary>
    /// <returns>False when the company has no such input.</returns>
    public async Task<bool> GiveUpAsync(Caller caller, long id, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(caller.Company);
        if (await context.ParkedInputs.FirstOrDefaultAsync(one => one.Id == id, cancellation) is not { } row) return false;
        context.ParkedInputs.Remove(row);
        audit.Add(
            context, caller.Actor, "customer.input-give-up", RowId.Write(row.CustomerId),
            $"discarded what failed: {ParkedInputText.Of(row.Kind, StoredInput.Read(row.Input))}");
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else was quicker, or it has just been done.
            return false;
        }

        feed.Touch(LiveTopic.Attention(caller.Company));
        return true;
    }

    private async Task<ParkedInputRow?> FindAsync(CompanyId company, long id, CancellationToken cancellation)
    {
        await using var context = contexts.CreateFor(company);
        return await context.ParkedInputs.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation);
    }
}
