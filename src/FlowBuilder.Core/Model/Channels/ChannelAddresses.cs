using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Reading;

namespace FlowBuilder.Core.Model.Channels;

/// <summary>Normal forms, by the channel.</summary>
public static class ChannelAddresses
{
    /// <summary>The channel an address belongs to that was typed without saying so.</summary>
    public static Channel ChannelOf(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return typed.Contains('@', StringComparison.Ordinal) ? Channel.Email : Channel.Text;
    }

    /// <summary>The address as it is written to; null when the text cannot be one for this channel.</summary>
    public static string? Normal(this IAddresses addresses, Company company, Channel channel, string? typed) =>
        ChannelInfo.Of(channel).Address is { } address ? address.Normal(addresses, company, typed) : typed;

    /// <summary>What the address is looked up by; null when the text cannot be one.</summary>
    public static string? Key(this IAddresses addresses, Company company, Channel channel, string? typed) =>
        addresses.Normal(company, channel, typed) is { } normal ? AddressKey.Of(normal) : null;
}
