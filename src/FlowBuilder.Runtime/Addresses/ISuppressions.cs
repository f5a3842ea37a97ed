using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Runtime.Addresses;

/// <summary>No's and yes's of addresses that may belong to no customer, for the doors through which they come.</summary>
public interface ISuppressions
{
    /// <summary>What was said against an address, however it is spelled.</summary>
    AddressStatus Find(CompanyId company, Channel channel, string address);

    /// <summary>A no. Done when it is durable; it holds from the call on.</summary>
    Task NoteAsync(
        CompanyId company, Channel channel, string address, SuppressionReason reason, string source, CancellationToken cancellation);

    /// <summary>A yes ends every no.</summary>
    Task EndAsync(CompanyId company, Channel channel, string address, string source, CancellationToken cancellation);

    /// <summary>Whether a provider's call, by its own id, was counted before.</summary>
    Task<bool> IsCountedAsync(CompanyId company, string call, CancellationToken cancellation);

    /// <summary>The call was counted: whoever repeats it changes nothing. Kept for years, as its signature holds for ever.</summary>
    Task CountAsync(CompanyId company, string call, CancellationToken cancellation);

    /// <summary>Whether the customer was taken off by the link of this very message not long ago,
    /// and by nothing before it: then the same link may take it back.</summary>
    Task<bool> MayTakeBackAsync(CompanyId company, CustomerId customer, MessageId message, CancellationToken cancellation);
}
