using System.Collections.Immutable;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Storage;

/// <summary>
/// The hot path's port: one implementation per database. Reads run on the caller's thread with prepared statements; writes are
/// committed in groups, each task done when its rows are durable.
/// </summary>
public interface IEngineStore
{
    /// <summary>Stores incoming events and gives them positions, customers included. Positions grow in commit order, in steps of <see cref="SeqStep"/>.</summary>
    Task<IReadOnlyList<StoredEvent>> AcceptAsync(IReadOnlyList<IncomingEvent> events, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Raises a partition's fencing token and answers with where its work stands. Every commit under an older token is refused from then on.</summary>
    Task<PartitionStart> TakePartitionAsync(int partition, CancellationToken cancellation);

    /// <summary>Inbox events of a partition behind a position that are not worked off, oldest first; of one company only where it is named.</summary>
    IReadOnlyList<StoredEvent> ReadBacklog(int partition, long afterSeq, int limit, CompanyId? company = null);

    /// <summary>What is due up to <paramref name="now"/> of runs, moments and review expiries; oldest first. <paramref name="besides"/>: leaves one company out.</summary>
    IReadOnlyList<DueItem> ReadDue(int partition, DateTimeOffset now, int limit, CompanyId? besides = null);

    /// <summary>Waiting messages of a lane that may go: put off until now or earlier (no retry set), or with a retry due by <paramref name="systemNow"/>; oldest first.</summary>
    IReadOnlyList<DueItem> ReadDueMessages(int partition, SendingLane lane, DateTimeOffset now, DateTimeOffset systemNow, int limit);

    /// <summary>Every lane in which something waits, and when its next may go. Costs as much as there are lanes, however much waits in them.</summary>
    IReadOnlyList<LaneDue> ReadLanes(int partition);

    /// <summary>When the next message of the lane of <paramref name="after"/> may go, behind the instants it names (null: the earliest).</summary>
    LaneDue ReadLane(int partition, LaneDue after);

    /// <summary>The earliest instant at which a run, moment or review falls due; where <paramref name="after"/> is named, the earliest behind it.</summary>
    DateTimeOffset? ReadNextWork(int partition, DateTimeOffset? after = null);

    /// <summary>The earliest instants at which anything falls due.</summary>
    NextDue ReadNextDue(int partition);

    /// <summary>A message with its bodies; null when there is none.</summary>
    Message? ReadMessage(CompanyId company, MessageId message);

    /// <summary>Letters of erased people that may still lie as files.</summary>
    IReadOnlyList<LettersToForget> ReadLettersToForget();

    /// <summary>The files are gone.</summary>
    Task LettersForgottenAsync(CompanyId company, CustomerId customer, CancellationToken cancellation);

    /// <summary>Whether an alias behind <paramref name="afterSeq"/> is about to join somebody to this customer.</summary>
    bool IsJoining(CompanyId company, CustomerId customer, long afterSeq);

    /// <summary>Sets an input aside that made a turn fail (a bug), so that it can be seen and does not hold up others.</summary>
    Task ParkAsync(int partition, long fence, long doneThrough, ParkedInput parked, CancellationToken cancellation);

    /// <summary>
    /// Moves everything of <paramref name="merged"/> to <paramref name="survivor"/>: ids, records, tags, history, runs. Called while
    /// neither customer's partition works. <paramref name="changes"/> (what merging decided: runs that end) are written in the same commit.
    /// </summary>
    Task MergeAsync(CompanyId company, CustomerId survivor, CustomerId merged, TurnBatch changes, CancellationToken cancellation);

    /// <summary>What waits for a pump although it could go at <paramref name="now"/>: for health.</summary>
    Standing ReadStanding(DateTimeOffset now);

    /// <summary>Until when the program last worked, on the product clock; null on first start.</summary>
    DateTimeOffset? ReadLastWorked();

    /// <summary>Notes that the program works at this product time; called every half minute and at the stop.</summary>
    Task NoteWorkingAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Messages in state sending: after a crash nobody knows whether they left.</summary>
    IReadOnlyList<DueItem> ReadSending(int partition);

    /// <summary>Everything known of a customer; null when the company has no such customer.</summary>
    CustomerBook? ReadBook(Company company, CustomerId customer);

    /// <summary>Commits the changes of many customers of one partition together with its progress. Done when durable.</summary>
    /// <exception cref="StaleFenceException">A newer pump has taken the partition; nothing was written.</exception>
    Task CommitAsync(TurnBatch batch, CancellationToken cancellation);

    /// <summary>Distance between two inbox positions; the positions between belong to a customer's own events.</summary>
    const long SeqStep = 1024;
}

/// <summary>An event in the inbox and whose it is. A duplicate has no event. <paramref name="Merges"/>: an alias joins this other customer to <paramref name="Customer"/>.</summary>
public sealed record StoredEvent(CompanyId Company, CustomerId Customer, CustomerEvent? Event, CustomerId? Merges = null)
{
    /// <summary>
    /// Position in the partition's inbox behind which this event comes next: nothing was or will be stored in between. Null where the store does not know: of the first
    /// after its start, of events that were read back, or where other programs store events too.
    /// </summary>
    public long? After { get; init; }
}

/// <summary>A partition just taken: its token, and the position up to which its events are worked off.</summary>
public readonly record struct PartitionStart(long Fence, long DoneThrough);

/// <summary>One thing due for a customer.</summary>
public readonly record struct DueItem(CompanyId Company, CustomerId Customer, TurnInput Input, DateTimeOffset DueAt);

/// <summary>When something falls due next.</summary>
/// <param name="Work">Runs, moments and review expiries, on the product clock.</param>
/// <param name="Message">Put-off messages, on the product clock.</param>
/// <param name="Retry">Transport retries, on the system clock.</param>
public readonly record struct NextDue(DateTimeOffset? Work, DateTimeOffset? Message, DateTimeOffset? Retry);

/// <summary>
/// What waits although it could go: inbox events behind the partitions' progress, and things due. Counting stops at 10,000. Messages are told
/// apart: they may wait for a place at their provider, which no pump can give them.
/// </summary>
public readonly record struct Standing(DateTimeOffset? OldestUnclaimed, int Unclaimed, DateTimeOffset? OldestMessage = null, int Messages = 0);

/// <summary>What one pump commits at once.</summary>
/// <param name="Partition">Whose customers.</param>
/// <param name="Fence">The pump's token.</param>
/// <param name="DoneThrough">Every inbox event up to here is worked off.</param>
/// <param name="Customers">Rows of the turns taken.</param>
public sealed record TurnBatch(int Partition, long Fence, long DoneThrough, IReadOnlyList<CustomerChanges> Customers)
{
    /// <summary>Events worked off that lie behind <see cref="DoneThrough"/>: marked one by one.</summary>
    public IReadOnlyList<StoredEvent> DoneAhead { get; init; } = [];

    /// <summary>How many rows it writes, about.</summary>
    public int Rows => DoneAhead.Count + Customers.Sum(static customer => customer.Changes.Length);
}

/// <summary>The rows of one customer, in the order they were decided.</summary>
public sealed record CustomerChanges(CompanyId Company, CustomerId Customer, ImmutableArray<Change> Changes);
