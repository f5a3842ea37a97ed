using FlowBuilder.Core.Model.Companies;

namespace FlowBuilder.Core.Model.Addresses;

/// <summary>Addresses as a company writes them.</summary>
public static class Addressing
{
    /// <summary>A phone number as <c>+15551234567</c> (E.164), read with the company's country; null when the text cannot be one.</summary>
    public static string? Phone(this IAddresses addresses, string? typed, Company company)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        ArgumentNullException.ThrowIfNull(company);
        return addresses.Phone(typed, company.Country);
    }
}
