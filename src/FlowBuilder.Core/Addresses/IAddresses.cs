using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Messages;

namespace FlowBuilder.Core.Addresses;

/// <summary>What the world knows of addresses: how phone numbers are written, and what was said against which address.</summary>
public interface IAddresses : Reading.IPhoneNumbers
{
    /// <summary>A phone number as <c>+15551234567</c> (E.164), read with the company's country; null when the text cannot be one.</summary>
    string? Phone(string? typed, Company company);

    /// <summary>What was said against an address, by its <see cref="AddressKey"/>. Quick: asked for every message.</summary>
    AddressStanding Find(CompanyId company, Channel channel, string key);
}
