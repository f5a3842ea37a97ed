using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Application.Suppressions;

/// <summary>As much of an address as tells it apart: lines of the audit log stay for ever.</summary>
public static class AddressMask
{
    /// <summary>“a…@example.com”, “a number ending in 17”.</summary>
    public static string Of(Channel channel, string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return ChannelInfo.Of(channel).Address?.Masked(address.Trim()) ?? "an address";
    }
}
