using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Application.Suppressions;

/// <summary>As much of an address as tells it apart: lines of the audit log stay for ever.</summary>
public static class AddressMask
{
    /// <summary>“a…@example.com”, “a number ending in 17”.</summary>
    public static string Of(Channel channel, string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        address = address.Trim();
        if (channel == Channel.Text) return $"a number ending in {(address.Length > 2 ? address[^2..] : address)}";
        return address.LastIndexOf('@') is > 0 and var at ? $"{address[0]}…{address[at..]}" : "an address";
    }
}
