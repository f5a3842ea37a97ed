using FlowBuilder.Core.Engine.Messages;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Runtime.Delivery;

/// <summary>One partition's messages under way: hands committed ones over and passes the answers on as inputs.</summary>
internal sealed class Deliveries(int partition, IDeliveryAnswers queue, DeliveryTools tools)
{
    private readonly SendingPlaces _places = new(tools.SystemClock);
    private readonly Lock _lock = new();
    private readonly HashSet<MessageId> _underWay = [];

    public int UnderWay => _places.UnderWay;

    /// <summary>Messages of a lane that may be handed over now.</summary>
    public int Room(SendingLane lane) => _places.Free(lane);

    /// <summary>Before the commit: the journal holds each message that is to be in state Sending by
    /// it, so that a crash behind the commit finds the proof that it had not left.</summary>
    public void Hold(IEnumerable<Message> messages)
    {
        foreach (var message in messages)
            if (message.State == MessageState.Sending) tools.Journal.Hold(partition, message.Id, message.Attempts);
    }

    /// <summary>After the commit: what has its answer needs no proof any more.</summary>
    public void Release(IEnumerable<Message> messages)
    {
        foreach (var message in messages)
            if (message.State != MessageState.Sending) tools.Journal.Release(message.Id);
    }

    /// <summary>Hands a committed message over; the answer comes back as an input.</summary>
    public async ValueTask HandOverAsync(Company company, CustomerId customer, Message message)
    {
        // A retry or a second sending, decided on a state that was read from the tables, carries no body.
        if (!message.HasBody && await tools.Outbox.ReadMessageAsync(company.Id, message.Id, CancellationToken.None) is { } whole)
            message = whole;
        // The last look: a no may have been said between this message's turn and its commit.
        if (SendPolicy.Suppressed(tools.Addresses.Standing(company, message), message) is { } suppressed)
        {
            var withheld = new ChannelAnswer.NoProvider(suppressed);
            tools.Journal.Answered(message.Id, withheld);
            queue.Answer(company.Id, customer, new TurnInput.MessageAnswered(message.Id, withheld));
            return;
        }

        var lane = new SendingLane(company.Id, message.Channel);
        lock (_lock) _underWay.Add(message.Id);
        _places.Enter(lane);
        var delivery = tools.ChannelDispatcher.DeliverAsync(company, message, () => tools.Journal.Leaves(message.Id));
        if (delivery.IsCompletedSuccessfully) Answered(delivery.Result);
        else _ = AwaitAsync();

        async Task AwaitAsync() => Answered(await delivery);

        void Answered(ChannelAnswer answer)
        {
            tools.Journal.Answered(message.Id, answer);
            // Told before the place is free: whoever sees no message under way sees its answer.
            queue.Answer(company.Id, customer, new TurnInput.MessageAnswered(message.Id, answer));
            lock (_lock) _underWay.Remove(message.Id);
            _places.Leave(lane);
        }
    }

    /// <summary>The partition is taken: messages found in state Sending are with their channels
    /// still, or the program died around the call.</summary>
    public async ValueTask TakeUpAsync(IReadOnlyList<DueItem> sending)
    {
        tools.Journal.ReleaseAllBut(
            partition, sending.Select(item => item.Input).OfType<TurnInput.MessageDue>().Select(due => due.Message).ToHashSet());
        foreach (var item in sending) await TakeUpAsync(item);
    }

    /// <summary>
    /// One that the journal says had not left goes back to waiting; one that was answered has its answer. Of the others nobody knows:
    /// where the receiver removes doubles it goes again, else a person decides.
    /// </summary>
    private async ValueTask TakeUpAsync(DueItem item)
    {
        if (item.Input is not TurnInput.MessageDue { Message: var id }
            || await tools.Outbox.ReadMessageAsync(item.Company, id, CancellationToken.None) is not { } message)
            return;
        lock (_lock)
            if (_underWay.Contains(id)) return;
        var known = tools.Journal.Of(id, message.Attempts);
        ChannelAnswer? answer = known is null ? null : known.Stage switch
        {
            HandoverJournal.Stage.Held or HandoverJournal.Stage.Refused => new ChannelAnswer.NotTried(null),
            HandoverJournal.Stage.Taken => new ChannelAnswer.Sent(known.ProviderId),
            HandoverJournal.Stage.Free or HandoverJournal.Stage.Leaving => null,
        };
        if (answer is null && tools.ChannelDispatcher.IsIdempotent(message.Channel) && tools.Companies.Find(item.Company) is { } company)
        {
            await HandOverAsync(company, item.Customer, message);
            return;
        }

        queue.Answer(
            item.Company, item.Customer,
            new TurnInput.MessageAnswered(
                id, answer ?? new ChannelAnswer.MaybeSent("The program stopped while this message was being handed over.")));
    }
}
