using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;

namespace FlowBuilder.Core.Model.Channels;

/// <summary>Where people are reached by a channel.</summary>
public sealed record ChannelAddress
{
    /// <summary>What such an address is called inside a sentence, as in <i>phone number</i>.</summary>
    public required string Word { get; init; }

    /// <summary>One such address with its article, as in <i>a phone number</i>.</summary>
    public required string One { get; init; }

    /// <summary>The property that holds it in events, as in <c>phone</c>.</summary>
    public required string Property { get; init; }

    /// <summary>Why nothing goes to an address from which something came back for good: a whole sentence.</summary>
    public required string CameBack { get; init; }

    /// <summary>A customer's address; null when there is none.</summary>
    public required Func<Customer, string?> OfCustomer { get; init; }

    /// <summary>An employee's address; null when there is none.</summary>
    public required Func<Person, string?> OfPerson { get; init; }

    /// <summary>The address as it is written to; null when the text cannot be one.</summary>
    public required Func<IAddresses, Company, string?, string?> Normal { get; init; }

    /// <summary>As much of an address as tells it apart, for lines that stay for ever; takes text without white space around it.</summary>
    public required Func<string, string> Masked { get; init; }
}
