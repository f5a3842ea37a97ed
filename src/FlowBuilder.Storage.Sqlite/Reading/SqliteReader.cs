using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Reading;

/// <summary>A read-only connection with its prepared questions; used by one thread at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly RawConnection _connection;
    private readonly RawStatement _begin;
    private readonly RawStatement _end;

    public SqliteReader(string file)
    {
        _connection = new RawConnection(file, readOnly: true, "PRAGMA cache_size=-8192", "PRAGMA query_only=1");
        _begin = _connection.Prepare("BEGIN");
        _end = _connection.Prepare("COMMIT");
        Backlog = new ReadBacklog(_connection);
        Due = new ReadDue(_connection);
        Lanes = new ReadLanes(_connection);
        Messages = new ReadMessages(_connection);
        State = new ReadCustomerState(_connection);
        Settings = new ReadSettings(_connection);
        Standing = new ReadPumpBacklog(_connection);
    }

    public RawConnection Connection => _connection;

    public ReadBacklog Backlog { get; }

    public ReadDue Due { get; }

    public ReadLanes Lanes { get; }

    public ReadMessages Messages { get; }

    public ReadCustomerState State { get; }

    public ReadSettings Settings { get; }

    public ReadPumpBacklog Standing { get; }

    /// <summary>Several questions see the same moment.</summary>
    public T AtOneMoment<T>(Func<SqliteReader, T> ask)
    {
        _begin.Read();
        var answer = ask(this);
        _end.Read();
        return answer;
    }

    public void Dispose() => _connection.Dispose();
}
