using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Core.Model.Addresses;

/// <summary>Nothing was said against anybody, and every number is as it should be: for tests of
/// turns that are about something else.</summary>
public sealed class Unlisted : IAddresses
{
    /// <summary>The only one.</summary>
    public static Unlisted Instance { get; } = new();

    private Unlisted()
    {
    }

    /// <inheritdoc />
    public string? Phone(string? typed, string? country) => typed?.Trim() is { Length: > 0 } number ? number : null;

    /// <inheritdoc />
    public AddressStatus Find(CompanyId company, Channel channel, string key) => AddressStatus.None;
}
