using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Model.Addresses;

/// <summary>What the world knows of addresses: how phone numbers are written, and what was said against which address.</summary>
public interface IAddresses : Reading.IPhoneNumbers
{
    /// <summary>What was said against an address, by its <see cref="AddressKey"/>. Quick: asked for every message.</summary>
    AddressStatus Find(CompanyId company, Channel channel, string key);
}
