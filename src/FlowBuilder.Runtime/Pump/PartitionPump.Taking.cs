using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Turns;
using FlowBuilder.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Runtime.Pump;

/// <summary>How a pump fills a batch: commands and answers first, then the inbox in order, then what is due.</summary>
internal sealed partial class PartitionPump
{
    private void TakeAsked(PumpBatch batch)
    {
        while (batch.Turns < BatchSize && queue.TryTake(out var asked))
        {
            var answer = Turn(batch, asked.Company, asked.Customer, asked.Input, asked.Answer);
            if (asked.Answer is not null && answer is not null) batch.Answers.Add((asked.Answer, answer));
        }
    }

    /// <returns>True when an alias was worked off by itself: the batch must be begun anew.</returns>
    private async Task<bool> TakeEventsAsync(PumpBatch batch, CancellationToken cancellation)
    {
        if (_events.Count == 0)
        {
            _inboxMayHaveMore |= queue.TakeInboxHint();
            if (!_inboxMayHaveMore) return false;
            var page = tools.Store.ReadBacklog(partition, _readThrough, BatchSize);
            foreach (var stored in page) _events.Enqueue(stored);
            if (page.Count > 0) _readThrough = page[^1].Event!.Seq;
            _inboxMayHaveMore = page.Count == BatchSize;
        }

        while (batch.Turns < BatchSize && _events.TryPeek(out var stored))
        {
            if (stored.Merges is not null)
            {
                if (batch.Turns > 0) return false;
                _events.Dequeue();
                _start = _start with { DoneThrough = stored.Event!.Seq };
                await Merge!(stored, cancellation);
                return true;
            }

            _events.Dequeue();
            Turn(batch, stored.Company, stored.Customer, new TurnInput.Happened(stored.Event!), null);
            batch.DoneThrough = stored.Event!.Seq;
        }

        return false;
    }

    private void TakeDue(PumpBatch batch)
    {
        for (var left = _agenda.Ready; left > 0 && batch.Turns < BatchSize; left--)
        {
            var item = _agenda.TakeReady();
            if (batch.Has(item.Customer)) _agenda.PutBack(item);
            else Turn(batch, item.Company, item.Customer, item.Input, null);
        }

        if (batch.Turns >= BatchSize) return;
        if (_agenda.WorkIsDue(batch.Now))
        {
            _agenda.WorkRead();
            var due = tools.Store.ReadDue(partition, batch.Now, BatchSize);
            TurnAll(batch, due);
            batch.MoreIsDue |= due.Count == BatchSize;
            batch.ReadNextDue = true;
        }

        if (batch.Room > 0 && _agenda.MessagesAreDue(batch.Now, batch.SystemNow))
        {
            TurnAll(batch, tools.Store.ReadDueMessages(partition, batch.Now, batch.SystemNow, Math.Min(batch.Room, BatchSize)));
            batch.ReadNextDue = true;
        }
    }

    private void TurnAll(PumpBatch batch, IReadOnlyList<DueItem> due)
    {
        foreach (var item in due)
        {
            if (batch.Has(item.Customer)) batch.MoreIsDue = true;
            else Turn(batch, item.Company, item.Customer, item.Input, null);
        }
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
        Limits = tools.Limits,
        DownSince = _downSince,
        HasRoom = _ => batch.Room > 0,
    };

    [LoggerMessage(LogLevel.Critical, "A turn failed on input {Input} of customer {Customer}; the input is set aside")]
    private static partial void TurnBroke(ILogger log, Exception bug, string input, CustomerId customer);
}
