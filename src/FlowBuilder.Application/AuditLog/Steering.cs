using FlowBuilder.Application.Access;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.AuditLog;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.AuditLog;

/// <summary>
/// The way by which people and keys move a customer, from screens and API alike: the engine is asked, and the line of the audit log goes
/// with the input, so that it stands in the same commit as what was done. A refusal changes nothing and leaves no line.
/// </summary>
public sealed class Steering(IEngine engine, SteeringText words, ICustomersTold told)
{
    /// <summary>As <see cref="IEngine.AskAsync"/>, in the caller's name.</summary>
    public async Task<TurnAnswer> AskAsync(Caller caller, CustomerId customer, TurnInput input, CancellationToken cancellation)
    {
        if (input is not TurnInput.Erase) told.Note(customer);
        var (action, done) = await words.OfAsync(caller.Company, input);
        return await engine.AskAsync(
            caller.Company, customer, input with { Audit = new AuditNote(caller.Actor, action, customer.ToString(), done) }, cancellation);
    }
}
