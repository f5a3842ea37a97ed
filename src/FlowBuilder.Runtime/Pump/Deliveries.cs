using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Messages;
using FlowBuilder.Core.Turns;
using FlowBuilder.Runtime.Storage;

namespace FlowBuilder.Runtime.Pump;

/// <summary>One partition's messages under way: hands committed ones over and puts the answers back into the queue as inputs.</summary>
internal sealed class Deliveries(PartitionQueue queue, PumpTools tools)
{
    private readonly SendingRoom _room = new(TimeProvider.System);

    /// <summary>Messages that may be handed over now.</summary>
    public int Room => _room.Free;

    public int UnderWay => _room.InFlight;

    /// <summary>Hands a committed message over; the answer comes back as an input.</summary>
    public void HandOver(Company company, CustomerId customer, Message message)
    {
        // A retry or a second sending, decided on a book that was read from the tables, carries no body.
        if (message is { Text.Length: 0, Html: null } && tools.Store.ReadMessage(company.Id, message.Id) is { } whole) message = whole;
        _room.Enter();
        var delivery = tools.Postman.DeliverAsync(company, message);
        if (delivery.IsCompletedSuccessfully) Answered(delivery.Result);
        else _ = AwaitAsync();

        async Task AwaitAsync() => Answered(await delivery);

        void Answered(ChannelAnswer answer)
        {
            // Told before the place is free: whoever sees no message under way sees its answer.
            queue.Tell(company.Id, customer, new TurnInput.MessageAnswered(message.Id, answer));
            _room.Leave();
        }
    }

    /// <summary>A message found in state sending when the partition is taken: the program died around the call. Where the receiver removes doubles it goes again, else a person decides.</summary>
    public void TakeUp(DueItem item)
    {
        if (item.Input is not TurnInput.MessageDue { Message: var id } || tools.Store.ReadMessage(item.Company, id) is not { } message) return;
        if (tools.Postman.RemovesDoubles(message.Channel) && tools.Companies.Find(item.Company) is { } company) HandOver(company, item.Customer, message);
        else queue.Tell(item.Company, item.Customer, new TurnInput.MessageAnswered(id, new ChannelAnswer.MaybeSent("The program stopped while this message was being handed over.")));
    }
}
