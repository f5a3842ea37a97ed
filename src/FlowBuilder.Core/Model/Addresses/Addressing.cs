using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Model.Addresses;

/// <summary>Normal forms, whatever the channel.</summary>
public static class Addressing
{
    /// <summary>A phone number as <c>+15551234567</c> (E.164), read with the company's country; null when the text cannot be one.</summary>
    public static string? Phone(this IAddresses addresses, string? typed, Company company)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        ArgumentNullException.ThrowIfNull(company);
        return addresses.Phone(typed, company.Country);
    }

    /// <summary>The address as it is written to; null when the text cannot be one for this channel.</summary>
    public static string? Normal(this IAddresses addresses, Company company, Channel channel, string? typed)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        return channel switch
        {
            Channel.Email => EmailForm.Of(typed),
            Channel.Text => addresses.Phone(typed, company),
            _ => typed,
        };
    }

    /// <summary>What the address is looked up by; null when the text cannot be one.</summary>
    public static string? Key(this IAddresses addresses, Company company, Channel channel, string? typed) =>
        addresses.Normal(company, channel, typed) is { } normal ? AddressKey.Of(normal) : null;
}
