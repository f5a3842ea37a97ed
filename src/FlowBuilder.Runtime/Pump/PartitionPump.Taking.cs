using FlowBuilder.Core.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Ports;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Runtime.Pump;

/// <summary>How a pump fills a batch: company by company, each in its order, for no longer than a slice of time.</summary>
internal sealed partial class PartitionPump
{
    /// <summary>With more than this waiting a company is a crowd: the few do not wait until its turns are written.</summary>
    private const int Few = 32;

    /// <summary>Ids a batch is given at first: twice what the last one drew, and no fewer than
    /// this. A turn that needs more gets twice as many each time.</summary>
    private const int FewestIds = 256;

    /// <summary>
    /// Takes turns until the batch is full, its time is used, or nothing waits. When a company has been served whole and it would be a
    /// crowd's turn, the batch ends: what was done for the few is committed without the crowd's
    /// turns before it, and the crowd has the next batch.
    /// </summary>
    private async ValueTask FillAsync(PumpBatch batch)
    {
        var later = new List<DueItem>();
        var began = tools.SystemClock.GetTimestamp();
        var at = began;
        var served = false;
        while (batch.Turns < BatchSize
            && tools.SystemClock.GetElapsedTime(began, at) < Slice
            && _merging is null
            && _lanes.Next() is { } lane)
        {
            if (served && lane.Waiting > Few) break;
            await TakeAsync(batch, lane, later);
            served |= lane.IsEmpty;
            var now = tools.SystemClock.GetTimestamp();
            lane.Used += Math.Max(1, now - at);
            at = now;
        }

        foreach (var item in later) _lanes.Add(item);
    }

    private async ValueTask TakeAsync(PumpBatch batch, CompanyLanes.Lane lane, List<DueItem> later)
    {
        if (lane.Asked.TryDequeue(out var asked))
        {
            // Whoever waits for an answer sees with it what the customer's inbox held before.
            if (asked.Answer is not null && lane.Events.Count > 0)
                foreach (var stored in _lanes.TakeEventsOf(lane, asked.Customer))
                {
                    await TurnAsync(batch, stored.Company, stored.Customer, new TurnInput.Happened(stored.Event!), null);
                    batch.Done.Add(stored);
                }

            await TakeAsync(batch, asked);
        }
        else if (lane.Events.Count > 0)
        {
            var stored = _lanes.TakeEvent(lane);
            // Joining two customers is a commit of its own, before which nothing may be under way.
            if (stored.Merges is not null) _merging = stored;
            else await TurnAsync(batch, stored.Company, stored.Customer, new TurnInput.Happened(stored.Event!), null);
            if (stored.Merges is null) batch.Done.Add(stored);
        }
        else
        {
            // A customer who has had a turn in this batch waits for the next one.
            var due = _lanes.TakeDue(lane);
            if (batch.Has(due.Customer)) later.Add(due);
            else await TurnAsync(batch, due.Company, due.Customer, due.Input, null);
        }
    }

    private async ValueTask TakeAsync(PumpBatch batch, PartitionQueue.Asked asked)
    {
        // Whoever is about to be joined to the customer is the same person: erased together, once they are joined.
        if (asked.Input is TurnInput.Erase
            && await tools.Inbox.IsJoiningAsync(asked.Company, asked.Customer, _inbox.DoneThrough(_lanes), CancellationToken.None))
        {
            queue.Tell(asked.Company, asked.Customer, asked.Input, asked.Answer);
            return;
        }

        var answer = await TurnAsync(batch, asked.Company, asked.Customer, asked.Input, asked.Answer);
        if (asked.Answer is not null && answer is not null) batch.Answers.Add((asked.Answer, answer));
    }

    /// <summary>Puts what has come and what is due into the lanes.</summary>
    private async ValueTask ReceiveAsync(PumpBatch batch)
    {
        while (queue.TryTake(out var asked)) _lanes.Add(asked);
        if (queue.TakeStored() is { } stored) _inbox.HandOver(stored, _lanes);
        foreach (var company in queue.TakeGrown()) _inbox.Grew(company);
        await _inbox.ReadAsync(_lanes);
        while (_due.TryTakeReady(out var item)) _lanes.Add(item);
        if (_lanes.Due > 0) return;
        foreach (var item in await _due.TakeWorkAsync(batch.Now, BatchSize)) _lanes.Add(item);
        foreach (var item in await _due.TakeMessagesAsync(batch.Now, batch.SystemNow, batch.Room, BatchSize)) _lanes.Add(item);
    }

    private async ValueTask<TurnAnswer?> TurnAsync(
        PumpBatch batch, CompanyId companyId, CustomerId customer, TurnInput input, TaskCompletionSource<TurnAnswer>? asker)
    {
        var company = tools.Companies.Find(companyId);
        var state = company is null || batch.Erased.Contains(customer)
            ? null
            : batch.State(customer) ?? _states.Find(customer) ?? await ReadAsync(company, customer);
        if (state is null && peers.Forward(companyId, customer, input, asker)) return null;
        if (state is null) return await NobodyAsync(companyId, customer, input);
        if (!ReferenceEquals(state.Facts.Company, company)) state = state with { Facts = state.Facts with { Company = company! } };
        if (input is TurnInput.Reschedule { Version: var asked }) await tools.Plans.HoldAsync([asked], CancellationToken.None);
        while (true)
        {
            // Outside the try: a database that is away breaks the pump, never the input.
            batch.Ids ??= await tools.Ids.TakeAsync((int)Math.Max(2 * _lastIds, FewestIds), CancellationToken.None);
            try
            {
                var result = CustomerTurn.Apply(state, input, batch.Setting ??= SettingFor(batch, batch.Ids));
                // Whoever is judged from now on hears of a no, although it is not committed yet.
                foreach (var change in result.Changes) tools.Addresses.Expect(companyId, change);
                batch.Add(companyId, customer, result, company!);
                return result.Answer;
            }
            catch (IdsUsedUpException)
            {
                // The turn has changed nothing but its answer: it is taken again with more.
                (_lastIds, batch.Ids, batch.Setting) = (batch.Ids.Size, null, null);
            }
            catch (Exception bug) when (bug is not OutOfMemoryException)
            {
                TurnBroke(tools.Log, bug, input.GetType().Name, customer);
                batch.Park(company!, state, customer, input, bug);
                // Whoever has it tried again is told in words; the row says how it broke.
                if (input.Parked is not null)
                    return new TurnAnswer.Refused(
                        Refusal.WrongState,
                        "It failed again and stays in the list. Your administrator can find the details in the program's log.");
                asker?.TrySetException(bug);
                return null;
            }
        }
    }

    /// <summary>Everything known of a customer, with the plans of older versions that a turn may ask for.</summary>
    private async ValueTask<CustomerState?> ReadAsync(Company company, CustomerId customer)
    {
        var state = await tools.Turns.ReadCustomerStateAsync(company, customer, CancellationToken.None);
        if (state is null || (state.Facts.Enrollments.IsEmpty && state.Moments.IsEmpty && state.Arms.IsEmpty)) return state;
        await tools.Plans.HoldAsync(
            [
                .. state.Facts.Enrollments.Select(run => run.Version), .. state.Moments.Select(moment => moment.Version),
                .. state.Arms.Keys.Select(arm => arm.Version)
            ],
            CancellationToken.None);
        return state;
    }

    /// <summary>There is no such customer, and so nothing of theirs: said in the words for a thing that never was.</summary>
    private async ValueTask<TurnAnswer> NobodyAsync(CompanyId company, CustomerId customer, TurnInput input)
    {
        if (input is TurnInput.MessageAnswered late)
            await tools.Letters.AnsweredAsync(company, customer, late.Message, CancellationToken.None);
        return new TurnAnswer.Refused(Refusal.NotFound, input switch
        {
            TurnInput.StopByHand or TurnInput.SkipWaitByHand or TurnInput.MoveByHand or TurnInput.RetryByHand => "That run does not exist.",
            TurnInput.ResolveMessage => "That message does not exist.",
            TurnInput.Approve or TurnInput.Reject or TurnInput.RecheckReview or TurnInput.EditReview or TurnInput.AskColleague
                or TurnInput.SnoozeReview =>
                "That review does not exist.",
            _ => "That customer does not exist.",
        });
    }

    private TurnContext SettingFor(PumpBatch batch, IIdSource ids) => new()
    {
        Now = batch.Now,
        SystemNow = batch.SystemNow,
        Plans = tools.Plans,
        Addresses = tools.Addresses,
        Ids = ids,
        Filler = tools.Filler,
        Writer = tools.Writer,
        Rotation = tools.Rotation,
        Limits = tools.Limits,
        DownSince = _downSince,
        MayLeave = (company, message) => MayLeave(batch, company, message),
        Steps = tools.StepsPerTurn,
    };

    private SendVerdict MayLeave(PumpBatch batch, CompanyId company, Message message) =>
        tools.ChannelDispatcher.ClosedTo(company, message) is { } door ? SendVerdict.TryLater(batch.SystemNow + door.Wait, door.Because)
        : batch.Room(new SendingLane(company, message.Channel)) > 0 ? SendVerdict.Go
        : SendVerdict.PutOff(batch.Now, null);

    [LoggerMessage(LogLevel.Critical, "A turn failed on input {Input} of customer {Customer}; the input is set aside")]
    private static partial void TurnBroke(ILogger log, Exception bug, string input, CustomerId customer);
}
