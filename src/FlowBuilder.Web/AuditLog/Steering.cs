using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Turns;
using FlowBuilder.Runtime.AuditLog;
using FlowBuilder.Runtime.Pump;
using FlowBuilder.Web.Access;

namespace FlowBuilder.Web.AuditLog;

/// <summary>
/// The way by which people and keys move a customer, from screens and API alike: the engine is asked, and what it did is put into the
/// audit log. A refusal changes nothing and leaves no line.
/// </summary>
internal sealed class Steering(IEngine engine, AuditTrail audit, SteeringWords words)
{
    /// <summary>As <see cref="IEngine.AskAsync"/>, in the caller's name.</summary>
    public async Task<TurnAnswer> AskAsync(Caller caller, CustomerId customer, TurnInput input, CancellationToken cancellation)
    {
        var answer = await engine.AskAsync(caller.Company, customer, input, cancellation);
        if (answer is TurnAnswer.Refused or TurnAnswer.Stale) return answer;
        var (action, done) = await words.OfAsync(caller.Company, input);
        await audit.AppendAsync(caller.Company, caller.Actor, action, customer.ToString(), done);
        return answer;
    }
}
