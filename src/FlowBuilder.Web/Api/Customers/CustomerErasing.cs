using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Enrollments;
using FlowBuilder.Core.Messages;
using FlowBuilder.Core.Turns;
using FlowBuilder.Runtime.AuditLog;
using FlowBuilder.Runtime.Pump;
using FlowBuilder.Runtime.Storage.Model;
using FlowBuilder.Web.Access;
using FlowBuilder.Web.Keys;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Api.Customers;

/// <summary>
/// Erases a person: runs are stopped and waiting messages cancelled by the customer's own pump first, then everything known of the
/// person is deleted. What remains are runs and messages without name, address or content, so that counts stay true.
/// </summary>
internal sealed class CustomerErasing(IDbContextFactory<FlowBuilderContext> contexts, IEngine engine, AuditTrail audit)
{
    /// <summary>False when the company has no such customer.</summary>
    public async Task<bool> EraseAsync(Caller caller, string userId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        context.CurrentCompany = caller.Company;
        if (await CustomerLookup.FindAsync(context, userId, cancellation) is not { } customer) return false;
        await SettleAsync(context, caller, customer, cancellation);

        var id = customer.Value;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await context.CustomerKeys.Where(row => row.CustomerId == id).ExecuteDeleteAsync(cancellation);
        await context.CustomerTags.Where(row => row.CustomerId == id).ExecuteDeleteAsync(cancellation);
        await context.Records.Where(row => row.CustomerId == id).ExecuteDeleteAsync(cancellation);
        await context.Moments.Where(row => row.CustomerId == id).ExecuteDeleteAsync(cancellation);
        await context.Arms.Where(row => row.CustomerId == id).ExecuteDeleteAsync(cancellation);
        await context.Notes.Where(row => row.CustomerId == id).ExecuteDeleteAsync(cancellation);
        await context.ToDos.Where(row => row.CustomerId == id).ExecuteDeleteAsync(cancellation);
        await context.Events.Where(row => row.CustomerId == id).ExecuteDeleteAsync(cancellation);
        await context.Decisions.Where(row => row.CustomerId == id).ExecuteDeleteAsync(cancellation);
        await context.Reviews.Where(row => row.CustomerId == id).ExecuteDeleteAsync(cancellation);
        await context.MessageBodies.Where(body => context.Messages.Any(message => message.Id == body.MessageId && message.CustomerId == id)).ExecuteDeleteAsync(cancellation);
        await context.Messages.Where(row => row.CustomerId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.To, "").SetProperty(row => row.Subject, (string?)null), cancellation);
        await context.Enrollments.Where(row => row.CustomerId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.StartingEvent, (string?)null), cancellation);
        await context.Customers.Where(row => row.Id == id).ExecuteDeleteAsync(cancellation);
        audit.Add(context, caller.Actor, "customer.erase", customer.ToString(), "erased a customer and everything known of the person");
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await engine.RefreshAsync(caller.Company, CancellationToken.None);
        return true;
    }

    private async Task SettleAsync(FlowBuilderContext context, Caller caller, CustomerId customer, CancellationToken cancellation)
    {
        await engine.AskAsync(caller.Company, customer, new TurnInput.EditCustomer(null, null, AutomationsOff: true, caller.Name), cancellation);
        var live = await context.Enrollments.AsNoTracking().Where(row => row.CustomerId == customer.Value && row.State <= EnrollmentState.Sending).Select(row => row.Id).ToListAsync(cancellation);
        foreach (var run in live) await engine.AskAsync(caller.Company, customer, new TurnInput.StopByHand(new EnrollmentId(run), TidyUp: false, caller.Name), cancellation);
        var waiting = await context.Messages.AsNoTracking().Where(row => row.CustomerId == customer.Value && row.State == MessageState.Waiting).Select(row => row.Id).ToListAsync(cancellation);
        foreach (var message in waiting) await engine.AskAsync(caller.Company, customer, new TurnInput.ResolveMessage(new MessageId(message), MessageResolution.Cancelled, caller.Name), cancellation);
    }

}
