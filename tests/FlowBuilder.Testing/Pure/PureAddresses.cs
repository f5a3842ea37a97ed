using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Channels;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Testing.Pure;

/// <summary>What was said against addresses, in memory; numbers are their digits.</summary>
public sealed class PureAddresses : IAddresses
{
    private readonly Dictionary<(Channel, string), AddressStatus> _standings = [];

    public string? Phone(string? typed, string? country) =>
        typed is null ? null : string.Concat(typed.Where(char.IsAsciiDigit)) is { Length: > 5 } digits ? $"+{digits}" : null;

    public AddressStatus Find(CompanyId company, Channel channel, string key) =>
        _standings.GetValueOrDefault((channel, key), AddressStatus.None);

    /// <summary>What stands against an address, however it is spelled.</summary>
    public AddressStatus Of(Company company, Channel channel, string typed) =>
        Find(company.Id, channel, this.Key(company, channel, typed)!);

    internal void Take(Change change)
    {
        if (change is Change.AddressSuppressed no)
            _standings[(no.Channel, no.Key)] = Find(default, no.Channel, no.Key).With(no.Suppression);
        if (change is Change.AddressFreed yes)
            _standings[(yes.Channel, yes.Key)] = Find(default, yes.Channel, yes.Key).Ended(yes.At, yes.By, yes.Reason);
    }
}
