using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Turns;
using FlowBuilder.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Runtime.Pump;

/// <summary>How a pump fills a batch: company by company, each in its order, for no longer than a slice of time.</summary>
internal sealed partial class PartitionPump
{
    /// <summary>Takes turns until the batch is full, its time is used, or nothing waits.</summary>
    private void Fill(PumpBatch batch)
    {
        var later = new List<DueItem>();
        var began = tools.SystemClock.GetTimestamp();
        var at = began;
        while (batch.Turns < BatchSize && tools.SystemClock.GetElapsedTime(began, at) < Slice && _merging is null && _lanes.Next() is { } lane)
        {
            Take(batch, lane, later);
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
        var answer = Turn(batch, asked.Company, asked.Customer, asked.Input, asked.Answer);
        if (asked.Answer is not null && answer is not null) batch.Answers.Add((asked.Answer, answer));
    }

    /// <summary>Puts what has come and what is due into the lanes.</summary>
    private void Receive(PumpBatch batch)
    {
        while (queue.TryTake(out var asked)) _lanes.Add(asked);
        foreach (var company in queue.TakeGrown()) _inbox.Grew(company);
        _inbox.Read(_lanes);
        while (_agenda.TryTakeReady(out var item)) _lanes.Add(item);
        if (_lanes.Due > 0) return;
        foreach (var item in _agenda.TakeWork(batch.Now, BatchSize)) _lanes.Add(item);
        foreach (var item in _agenda.TakeMessages(batch.Now, batch.SystemNow, Math.Min(batch.Room, BatchSize))) _lanes.Add(item);
    }

    private TurnAnswer? Turn(PumpBatch batch, CompanyId companyId, CustomerId customer, TurnInput input, TaskCompletionSource<TurnAnswer>? asker)
    {
        var company = tools.Companies.Find(companyId);
        var book = company is null ? null : batch.Book(customer) ?? _books.Find(customer) ?? tools.Store.ReadBook(company, customer);
        if (book is null && Forward!(companyId, customer, input, asker)) return null;
        if (book is null) return new TurnAnswer.Refused(Refusal.NotFound, "There is no such customer.");
        if (!ReferenceEquals(book.Facts.Company, company)) book = book with { Facts = book.Facts with { Company = company! } };
        try
        {
            var result = CustomerTurn.Take(book, input, SettingFor(batch));
            batch.Add(companyId, customer, result, company!);
            return result.Answer;
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            TurnBroke(tools.Log, bug, input.GetType().Name, customer);
            batch.Park(company!, book, customer, input, bug);
            asker?.TrySetException(bug);
            return null;
        }
    }

    private TurnSetting SettingFor(PumpBatch batch) => batch.Setting ??= new TurnSetting
    {
        Now = batch.Now,
        SystemNow = batch.SystemNow,
        Plans = tools.Plans,
        Ids = tools.Ids,
        Filler = tools.Filler,
        Writer = tools.Writer,
        Rotation = tools.Rotation,
        DownSince = _downSince,
        Steps = tools.StepsPerTurn,
        HasRoom = _ => batch.Room > 0,
    };

    [LoggerMessage(LogLevel.Critical, "A turn failed on input {Input} of customer {Customer}; the input is set aside")]
    private static partial void TurnBroke(ILogger log, Exception bug, string input, CustomerId customer);
}
