
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Addresses;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Core.Simulation;

/// <summary>What was said against addresses, and what a test run has said of them since; of that nobody else hears.</summary>
internal sealed class TestAddresses(IAddresses known) : IAddresses
{
    private readonly Dictionary<(Channel, string), AddressStatus> _said = [];

    public string? Phone(string? typed, string? country) => known.Phone(typed, country);

    public AddressStatus Find(CompanyId company, Channel channel, string key) =>
        _said.TryGetValue((channel, key), out var standing) ? standing : known.Find(company, channel, key);

    /// <summary>Takes down what a turn has decided.</summary>
    public void Take(CompanyId company, Change change)
    {
        if (change is Change.AddressSuppressed no) _said[(no.Channel, no.Key)] = Find(company, no.Channel, no.Key).With(no.Suppression);
        if (change is Change.AddressFreed yes)
            _said[(yes.Channel, yes.Key)] = Find(company, yes.Channel, yes.Key).Ended(yes.At, yes.By, yes.Reason);
    }
}
