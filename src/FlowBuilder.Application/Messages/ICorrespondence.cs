using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Application.Messages;

/// <summary>Who stands behind a link or a phone number, for the doors through which customers answer.</summary>
public interface ICorrespondence
{
    /// <summary>A message that went to this very customer of this company; null when there is none, or it was purged.</summary>
    Task<Message?> FindMessageAsync(CompanyId company, CustomerId customer, MessageId message, CancellationToken cancellation);

    /// <summary>The customer as senders know them, or the one they were joined to; null when the company has no such customer.</summary>
    Task<KnownCustomer?> FindCustomerAsync(CompanyId company, CustomerId customer, CancellationToken cancellation);

    /// <summary>Customers with this phone number (<c>+15551234567</c>), however it is written; the one texted last comes first.</summary>
    Task<IReadOnlyList<KnownCustomer>> WithPhoneAsync(CompanyId company, string phone, CancellationToken cancellation);
}

/// <summary>A customer as senders know them: one of the two ids is there.</summary>
/// <param name="Id">Our number.</param>
/// <param name="UserId">The id in the sender's system.</param>
/// <param name="AnonymousId">The anonymous id while no other is known.</param>
/// <param name="TextStopped">Whether they answered STOP.</param>
public sealed record KnownCustomer(CustomerId Id, string? UserId, string? AnonymousId, bool TextStopped);
