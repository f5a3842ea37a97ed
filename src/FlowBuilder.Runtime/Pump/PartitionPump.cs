using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Customers;
using FlowBuilder.Core.Enrollments;
using FlowBuilder.Core.Messages;
using FlowBuilder.Core.Turns;
using FlowBuilder.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace FlowBuilder.Runtime.Pump;

/// <summary>
/// Works for the customers of one partition, alone, in order: takes what is there (never waits for more), lets each customer take a
/// turn, commits them together, then hands messages over and goes on. A run's step is durable before its next begins, because a
/// run that is due at once comes back only in a later batch.
/// <para>
/// Starting raises the partition's fencing token; a commit under an older one is refused, and that pump ends. The tables are the
/// truth: bell and timer only say when to look.
/// </para>
/// </summary>
internal sealed partial class PartitionPump(int partition, PartitionQueue queue, PumpTools tools)
{
    /// <summary>Turns in one batch at most.</summary>
    private const int BatchSize = 512;

    /// <summary>The safety check: a lost bell costs no more than this.</summary>
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    /// <summary>How long an orderly stop waits for answers of channels.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly BookCache _books = new(20_000 / 4);
    private readonly Queue<StoredEvent> _events = new();
    private readonly Queue<DueItem> _ready = new();
    private readonly SendingRoom _room = new(TimeProvider.System);
    private PartitionStart _start;
    private long _readThrough;
    private bool _inboxMayHaveMore = true;
    private bool _readyOverflowed;
    private NextDue _next;
    private DateTimeOffset? _downSince;
    private DateTimeOffset _startedAt;

    /// <summary>One thing at a time happens in the partition; merging two customers takes two gates.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>Holds the partition and works.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Set by the room when settings changed: cached books are read again.</summary>
    public bool ForgetBooks { get; set; }

    /// <summary>Joins two customers; set by the room, which knows the other pumps.</summary>
    public Func<StoredEvent, CancellationToken, Task>? Merge { get; set; }

    /// <summary>Token and progress, for a commit made in this pump's name while its gate is held.</summary>
    public (long Fence, long DoneThrough) Position => (_start.Fence, _start.DoneThrough);

    /// <summary>Works until cancelled or until a newer pump has taken the partition.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await TakeOverAsync(cancellation);
        IsRunning = true;
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                var drains = queue.Drains;
                await Gate.WaitAsync(cancellation);
                int turns;
                try
                {
                    turns = await WorkAsync(cancellation);
                }
                finally
                {
                    Gate.Release();
                }

                if (turns == 0) await RestAsync(drains, cancellation);
            }
        }
        finally
        {
            IsRunning = false;
            if (cancellation.IsCancellationRequested) await FinishAsync();
        }
    }

    /// <summary>Drops what is cached of a customer. The gate must be held.</summary>
    public void Forget(CustomerId customer) => _books.Forget(customer);

    /// <summary>Rows changed behind the pump's back (a merge): what is due is read from the tables. The gate must be held.</summary>
    public void LookAgain() => _next = tools.Store.ReadNextDue(partition);

    private async Task TakeOverAsync(CancellationToken cancellation)
    {
        await Gate.WaitAsync(cancellation);
        try
        {
            _startedAt = tools.Clock.Now;
            _downSince = tools.Store.ReadLastWorked() is { } worked && _startedAt - worked > TimeSpan.FromMinutes(15) ? worked : null;
            _start = await tools.Store.TakePartitionAsync(partition, cancellation);
            _books.Clear();
            _events.Clear();
            _ready.Clear();
            _readThrough = _start.DoneThrough;
            _inboxMayHaveMore = true;
            foreach (var orphan in tools.Store.ReadSending(partition)) Orphaned(orphan);
            _next = tools.Store.ReadNextDue(partition);
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>A message in state sending when the partition is taken: the program died around the call. Where the receiver removes doubles it goes again, else a person decides.</summary>
    private void Orphaned(DueItem item)
    {
        if (item.Input is not TurnInput.MessageDue { Message: var id }) return;
        var message = tools.Store.ReadMessage(item.Company, id);
        if (message is null) return;
        if (tools.Postman.RemovesDoubles(message.Channel) && tools.Companies.Find(item.Company) is { } company) HandOver(company, item.Customer, message);
        else queue.Tell(item.Company, item.Customer, new TurnInput.MessageAnswered(id, new ChannelAnswer.MaybeSent("The program stopped while this message was being handed over.")));
    }

    /// <summary>An orderly stop: answers of messages under way are still written down, so that none is left unknown.</summary>
    private async Task FinishAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        while ((_room.InFlight > 0 || queue.Count > 0) && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            var batch = NewBatch(room: 0);
            TakeAsked(batch);
            if (batch.Turns > 0) await CommitAsync(batch);
            else await queue.WaitAsync(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        }
    }

    private PumpBatch NewBatch(int room) => new(tools.Clock.Now, TimeProvider.System.GetUtcNow(), _start.DoneThrough, room);

    private async Task<int> WorkAsync(CancellationToken cancellation)
    {
        if (ForgetBooks)
        {
            ForgetBooks = false;
            _books.Clear();
        }

        var batch = NewBatch(_room.Free);
        TakeAsked(batch);
        if (await TakeEventsAsync(batch, cancellation)) return 1;
        TakeDue(batch);
        if (batch.Turns == 0) return 0;
        await CommitAsync(batch);
        return batch.Turns;
    }

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
        for (var left = _ready.Count; left > 0 && batch.Turns < BatchSize; left--)
        {
            var item = _ready.Dequeue();
            if (batch.Has(item.Customer)) _ready.Enqueue(item);
            else Turn(batch, item.Company, item.Customer, item.Input, null);
        }

        if (batch.Turns >= BatchSize) return;
        if (_next.Work <= batch.Now || _readyOverflowed)
        {
            var due = tools.Store.ReadDue(partition, batch.Now, BatchSize);
            TurnAll(batch, due);
            // A full page may hide more; else the table says when to look next, once this batch is committed.
            batch.MoreIsDue = due.Count == BatchSize;
            batch.ReadNextDue = true;
            _readyOverflowed = false;
        }

        if (batch.Room > 0 && (_next.Message <= batch.Now || _next.Retry <= batch.SystemNow))
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
        HasRoom = _ => batch.Room > 0,
    };

    private async Task CommitAsync(PumpBatch batch)
    {
        try
        {
            if (batch.Customers.Count > 0 || batch.DoneThrough != _start.DoneThrough)
                await tools.Store.CommitAsync(new TurnBatch(partition, _start.Fence, batch.DoneThrough, batch.Customers), CancellationToken.None);
            foreach (var (company, customer, input, bug) in batch.Parked)
                await tools.Store.ParkAsync(partition, _start.Fence, batch.DoneThrough, company, customer, input, bug, CancellationToken.None);
        }
        catch (Exception failed)
        {
            // Nothing of the batch is true: the next take-over reads everything from the tables.
            foreach (var (asker, _) in batch.Answers) asker.TrySetException(failed);
            throw;
        }

        _start = _start with { DoneThrough = batch.DoneThrough };
        tools.Meter.Committed(batch.Turns, batch.Steps);
        foreach (var (customer, book) in batch.Books) _books.Keep(customer, book);
        foreach (var changes in batch.Customers) AfterCommit(batch, changes);
        foreach (var (asker, answer) in batch.Answers) asker.TrySetResult(answer);
        if (batch.ReadNextDue) _next = tools.Store.ReadNextDue(partition);
        if (batch.MoreIsDue) _next = _next with { Work = batch.Now };
        if (_downSince is not null && (_next.Work is null || _next.Work > _startedAt)) _downSince = null;
    }

    private void AfterCommit(PumpBatch batch, CustomerChanges committed)
    {
        foreach (var change in committed.Changes)
        {
            switch (change)
            {
                case Change.EnrollmentOpened { Enrollment: var opened }:
                    Schedule(batch, committed, opened);
                    break;
                case Change.EnrollmentChanged { Enrollment: var changed }:
                    Schedule(batch, committed, changed);
                    break;
                case Change.MessageAdded { Message: var added }:
                    Schedule(batch, committed, added);
                    break;
                case Change.MessageChanged { Message: var changed }:
                    Schedule(batch, committed, changed);
                    break;
                case Change.MomentAdded { Moment: var moment }:
                    _next = _next with { Work = Earlier(_next.Work, moment.At) };
                    break;
                case Change.ReviewOpened { Review.ExpiresAt: { } expires }:
                    _next = _next with { Work = Earlier(_next.Work, expires) };
                    break;
            }
        }
    }

    private void Schedule(PumpBatch batch, CustomerChanges committed, Enrollment enrollment)
    {
        if (enrollment.LookAt is not { } at) return;
        if (at > batch.Now) _next = _next with { Work = Earlier(_next.Work, at) };
        else if (_ready.Count < 10_000) _ready.Enqueue(new DueItem(committed.Company, committed.Customer, new TurnInput.Due(enrollment.Id), at));
        else _readyOverflowed = true;
    }

    private void Schedule(PumpBatch batch, CustomerChanges committed, Message message)
    {
        if (message.State == MessageState.Sending && batch.IsNewestOf(message)) HandOver(batch.CompanyOf(committed.Company), committed.Customer, message);
        else if (message is { State: MessageState.Waiting, RetryAt: { } retry }) _next = _next with { Retry = Earlier(_next.Retry, retry) };
        else if (message is { State: MessageState.Waiting, DueAt: { } due }) _next = _next with { Message = Earlier(_next.Message, due) };
    }

    /// <summary>Hands a committed message over; the answer comes back as an input.</summary>
    private void HandOver(Company company, CustomerId customer, Message message)
    {
        _room.Enter();
        var delivery = tools.Postman.DeliverAsync(company, message);
        if (delivery.IsCompletedSuccessfully) Answered(delivery.Result);
        else _ = AwaitAsync();

        async Task AwaitAsync() => Answered(await delivery);

        void Answered(ChannelAnswer answer)
        {
            // Told before the place is free: whoever sees no message in flight sees its answer.
            queue.Tell(company.Id, customer, new TurnInput.MessageAnswered(message.Id, answer));
            _room.Leave();
        }
    }

    /// <param name="drains">How many waited for “nothing left to do” before the pump looked and found nothing.</param>
    /// <param name="cancellation">Ends the wait.</param>
    private async Task RestAsync(int drains, CancellationToken cancellation)
    {
        if (_room.InFlight == 0 && queue.Count == 0) queue.Drained(drains);

        var now = tools.Clock.Now;
        var wait = Safety;
        if (_next.Work is { } work) wait = Shorter(wait, work - now);
        if (_room.Free > 0 && _next.Message is { } message) wait = Shorter(wait, message - now);
        if (_room.Free > 0 && _next.Retry is { } retry) wait = Shorter(wait, retry - TimeProvider.System.GetUtcNow());
        if (wait > TimeSpan.Zero && !await queue.WaitAsync(wait, cancellation) && wait == Safety) SafetyCheck();
    }

    private void SafetyCheck()
    {
        _inboxMayHaveMore = true;
        _next = tools.Store.ReadNextDue(partition);
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b < TimeSpan.FromMilliseconds(1) && b > TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : b;

    private static DateTimeOffset Earlier(DateTimeOffset? a, DateTimeOffset b) => a < b ? a.Value : b;

    [LoggerMessage(LogLevel.Critical, "A turn failed on input {Input} of customer {Customer}; the input is set aside")]
    private static partial void TurnBroke(ILogger log, Exception bug, string input, CustomerId customer);
}
