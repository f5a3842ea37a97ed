using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Addresses;
using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Storage.Sqlite.Auditing;
using FlowBuilder.Storage.Sqlite.Erasing;
using FlowBuilder.Storage.Sqlite.Intake;
using FlowBuilder.Storage.Sqlite.Merging;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Retention;
using FlowBuilder.Storage.Sqlite.Turns;

namespace FlowBuilder.Storage.Sqlite.Writer;

/// <summary>What the writer can do inside a transaction, each operation with its prepared statements.</summary>
internal sealed class WriteOperations
{
    private readonly RawConnection _connection;
    private readonly RawStatement _begin;
    private readonly RawStatement _commit;
    private readonly int _partitions;

    public WriteOperations(
        RawConnection connection, int partitions, AuditSeals seals, CustomerLimits limits, AddressHashes hashes, CustomerIndex index)
    {
        _connection = connection;
        _partitions = partitions;
        (Hashes, Index) = (hashes, index);
        _begin = connection.Prepare("BEGIN IMMEDIATE");
        _commit = connection.Prepare("COMMIT");
        Ids = new IdBlocks(connection);
        Positions = new InboxPositions(Ids, partitions);
        Partitions = new PartitionProgress(connection);
        Settings = new WriteSettings(connection);
        Accept = new AcceptEvents(connection, this);
        Erase = new EraseCustomer(connection);
        Audit = new AppendAudit(connection, seals);
        Turns = new CommitTurns(connection, this);
        Merge = new MergeCustomers(connection, this, limits);
        Park = new ParkInput(connection, this);
        Purge = new PurgeOld(connection);
    }

    public RawConnection Connection => _connection;

    public long Statements => _connection.Writes;

    public AddressHashes Hashes { get; }

    public CustomerIndex Index { get; }

    public IdBlocks Ids { get; }

    public InboxPositions Positions { get; }

    public PartitionProgress Partitions { get; }

    public WriteSettings Settings { get; }

    public AcceptEvents Accept { get; }

    public EraseCustomer Erase { get; }

    public AppendAudit Audit { get; }

    public CommitTurns Turns { get; }

    public MergeCustomers Merge { get; }

    public ParkInput Park { get; }

    public PurgeOld Purge { get; }

    public int PartitionOf(CustomerId customer) => customer.PartitionOf(_partitions);

    public void Begin() => _begin.Read();

    public void Commit() => _commit.Read();

    /// <summary>Undoes the open transaction, if one is open; nothing that was counted ahead in it stays.</summary>
    public void Rollback()
    {
        _connection.Reset();
        if (_connection.InTransaction) _connection.Run("ROLLBACK");
        Ids.Forget();
    }
}
