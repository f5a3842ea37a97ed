using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Messages;

namespace FlowBuilder.Core.Addresses;

/// <summary>What the world knows of addresses: how phone numbers are written, and what was said against which address.</summary>
public interface IAddresses : Reading.IPhoneNumbers
{
    /// <summary>What was said against an address, by its <see cref="AddressKey"/>. Quick: asked for every message.</summary>
    AddressStanding Find(CompanyId company, Channel channel, string key);
}
