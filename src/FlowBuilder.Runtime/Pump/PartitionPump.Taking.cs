using FlowBuilder.Core.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Runtime.Pump;

/// <summary>How a pump fills a batch: company by company, each in its order, for no longer than a slice of time.</summary>
internal sealed partial class PartitionPump
{
    /// <summary>With more than this waiting a company is a crowd: the few do not wait until its turns are written.</summary>
    private const int Few = 32;

    /// <summary>
    /// Takes turns until the batch is full, its time is used, or nothing waits. When a company has been served whole and it would be a crowd's turn, the batch ends: what was done
    /// for the few is committed without the crowd's turns before it, and the crowd has the next batch.
    /// </summary>
    private void Fill(PumpBatch batch)
    {
        var later = new List<DueItem>();
        var began = tools.SystemClock.GetTimestamp();
        var at = began;
        var served = false;
        while (batch.Turns < BatchSize && tools.SystemClock.GetElapsedTime(began, at) < Slice && _merging is null && _lanes.Next() is { } lane)
        {
            if (served && lane.Waiting > Few) break;
            Take(batch, lane, later);
            served |= lane.IsEmpty;
            var now = tools.SystemClock.GetTimestamp();
            lane.Used += Math.Max(1, now - at);
            at = now;
        }

        foreach (var item in later) _lanes.Add(item);
    }

    private void Take(PumpBatch batch, CompanyLanes.Lane lane, List<DueItem> later)
    {
        if (lane.Asked.TryDequeue(out var asked))
        {
            // Whoever waits for an answer sees with it what the customer's inbox held before.
            if (asked.Answer is not null && lane.Events.Count > 0)
                foreach (var stored in _lanes.TakeEventsOf(lane, asked.Customer))
                {
                    Turn(batch, stored.Company, stored.Customer, new TurnInput.Happened(stored.Event!), null);
                    batch.Done.Add(stored);
                }

            Take(batch, asked);
        }
        else if (lane.Events.Count > 0)
        {
            var stored = _lanes.TakeEvent(lane);
            // Joining two customers is a commit of its own, before which nothing may be under way.
            if (stored.Merges is not null) _merging = stored;
            else Turn(batch, stored.Company, stored.Customer, new TurnInput.Happened(stored.Event!), null);
            if (stored.Merges is null) batch.Done.Add(stored);
        }
        else
        {
            // A customer who has had a turn in this batch waits for the next one.
            var due = _lanes.TakeDue(lane);
            if (batch.Has(due.Customer)) later.Add(due);
            else Turn(batch, due.Company, due.Customer, due.Input, null);
        }
    }

    private void Take(PumpBatch batch, in PartitionQueue.Asked asked)
    {
        // Whoever is about to be joined to the customer is the same person: erased together, once they are joined.
        if (asked.Input is TurnInput.Erase && tools.Store.IsJoining(asked.Company, asked.Customer, _inbox.DoneThrough(_lanes)))
        {
            queue.Tell(asked.Company, asked.Customer, asked.Input, asked.Answer);
            return;
        }

        var answer = Turn(batch, asked.Company, asked.Customer, asked.Input, asked.Answer);
        if (asked.Answer is not null && answer is not null) batch.Answers.Add((asked.Answer, answer));
    }

    /// <summary>Puts what has come and what is due into the lanes.</summary>
    private void Receive(PumpBatch batch)
    {
        while (queue.TryTake(out var asked)) _lanes.Add(asked);
        if (queue.TakeStored() is { } stored) _inbox.HandOver(stored, _lanes);
        foreach (var company in queue.TakeGrown()) _inbox.Grew(company);
        _inbox.Read(_lanes);
        while (_agenda.TryTakeReady(out var item)) _lanes.Add(item);
        if (_lanes.Due > 0) return;
        foreach (var item in _agenda.TakeWork(batch.Now, BatchSize)) _lanes.Add(item);
        foreach (var item in _agenda.TakeMessages(batch.Now, batch.SystemNow, batch.Room, BatchSize)) _lanes.Add(item);
    }

    private TurnAnswer? Turn(PumpBatch batch, CompanyId companyId, CustomerId customer, TurnInput input, TaskCompletionSource<TurnAnswer>? asker)
    {
        var company = tools.Companies.Find(companyId);
        var book = company is null || batch.Erased.Contains(customer) ? null : batch.Book(customer) ?? _books.Find(customer) ?? tools.Store.ReadBook(company, customer);
        if (book is null && Forward!(companyId, customer, input, asker)) return null;
        if (book is null) return Nobody(companyId, customer, input);
        if (!ReferenceEquals(book.Facts.Company, company)) book = book with { Facts = book.Facts with { Company = company! } };
        try
        {
            var result = CustomerTurn.Take(book, input, batch.Setting ??= SettingFor(batch));
            // Whoever is judged from now on hears of a no, although it is not committed yet.
            foreach (var change in result.Changes) tools.Addresses.Expect(companyId, change);
            batch.Add(companyId, customer, result, company!);
            return result.Answer;
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            TurnBroke(tools.Log, bug, input.GetType().Name, customer);
            batch.Park(company!, book, customer, input, bug);
            // Whoever has it tried again is told in words; the row says how it broke.
            if (input.Parked is not null) return new TurnAnswer.Refused(Refusal.WrongState, "It failed again and stays in the list. Your administrator can find the details in the program's log.");
            asker?.TrySetException(bug);
            return null;
        }
    }

    /// <summary>There is no such customer, and so nothing of theirs: said in the words for a thing that never was.</summary>
    private TurnAnswer.Refused Nobody(CompanyId company, CustomerId customer, TurnInput input)
    {
        if (input is TurnInput.MessageAnswered late) tools.Letters.Answered(company, customer, late.Message);
        return new TurnAnswer.Refused(Refusal.NotFound, input switch
        {
            TurnInput.StopByHand or TurnInput.SkipWaitByHand or TurnInput.MoveByHand or TurnInput.RetryByHand => "That run does not exist.",
            TurnInput.ResolveMessage => "That message does not exist.",
            TurnInput.Approve or TurnInput.Reject or TurnInput.RecheckReview or TurnInput.EditReview or TurnInput.AskColleague or TurnInput.SnoozeReview => "That review does not exist.",
            _ => "That customer does not exist.",
        });
    }

    private TurnSetting SettingFor(PumpBatch batch) => new()
    {
        Now = batch.Now,
        SystemNow = batch.SystemNow,
        Plans = tools.Plans,
        Addresses = tools.Addresses,
        Ids = tools.Ids,
        Filler = tools.Filler,
        Writer = tools.Writer,
        Rotation = tools.Rotation,
        Limits = tools.Limits,
        DownSince = _downSince,
        MayLeave = (company, message) => MayLeave(batch, company, message),
        Steps = tools.StepsPerTurn,
    };

    private SendVerdict MayLeave(PumpBatch batch, CompanyId company, Message message) =>
        tools.Postman.ClosedTo(company, message) is { } door ? SendVerdict.TryLater(batch.SystemNow + door.Wait, door.Because)
        : batch.Room(new SendingLane(company, message.Channel)) > 0 ? SendVerdict.Go
        : SendVerdict.PutOff(batch.Now, null);

    [LoggerMessage(LogLevel.Critical, "A turn failed on input {Input} of customer {Customer}; the input is set aside")]
    private static partial void TurnBroke(ILogger log, Exception bug, string input, CustomerId customer);
}
