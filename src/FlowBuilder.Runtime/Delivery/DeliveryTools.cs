using FlowBuilder.Application.Companies;
using FlowBuilder.Runtime.Addresses;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Delivery;

/// <summary>What handing messages over needs.</summary>
/// <param name="Outbox">Messages as they are stored.</param>
/// <param name="Addresses">What was said against which address: the last look.</param>
/// <param name="Companies">Settings of companies.</param>
/// <param name="Journal">How far messages under way have come.</param>
/// <param name="ChannelDispatcher">Takes a message to its channel.</param>
/// <param name="SystemClock">Times how quickly providers answer.</param>
internal sealed record DeliveryTools(
    IOutboxStore Outbox, SuppressionCache Addresses, ICompanyCache Companies, HandoverJournal Journal, ChannelDispatcher ChannelDispatcher,
    TimeProvider SystemClock);
