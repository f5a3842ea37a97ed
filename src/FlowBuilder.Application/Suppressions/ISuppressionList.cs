using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Model.Customers;

namespace FlowBuilder.Application.Suppressions;

/// <summary>The list of suppressions for the company's people. Every change leaves a line in the audit log.</summary>
public interface ISuppressionList
{
    /// <summary>Puts an address on the list; false when the text is none.</summary>
    Task<bool> AddByHandAsync(
        CompanyId company, Channel channel, string address, SuppressionReason reason, string source, Actor by,
        CancellationToken cancellation);

    /// <summary>Puts many on the list in one piece; answers with how many were not on it.</summary>
    Task<int> ImportAsync(CompanyId company, IReadOnlyList<SuppressionLine> lines, Actor by, CancellationToken cancellation);

    /// <summary>Takes one off; false when it is not on the list.</summary>
    Task<bool> TakeOffAsync(CompanyId company, SuppressionId id, Actor by, CancellationToken cancellation);

    /// <summary>A person has read the reply: it does mean no. False when nothing waits to be decided.</summary>
    Task<bool> ConfirmAsync(CompanyId company, SuppressionId id, Actor by, CancellationToken cancellation);

    /// <summary>The addresses behind lines, by their hash, as far as a customer holds them now.</summary>
    Task<IReadOnlyDictionary<string, string>> AddressesAsync(
        CompanyId company, IReadOnlyCollection<SuppressionRow> lines, CancellationToken cancellation);

    /// <summary>Under which hashes an address would stand, however it is spelled; none when the text is no address.</summary>
    IReadOnlyList<string> HashesOf(CompanyId company, string typed);
}

/// <summary>A line to be put on the list.</summary>
public sealed record SuppressionLine(Channel Channel, string Address, SuppressionReason Reason, DateTimeOffset? At, string Source);
