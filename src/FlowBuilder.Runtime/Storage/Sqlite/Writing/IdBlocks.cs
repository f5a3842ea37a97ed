using FlowBuilder.Runtime.Storage.Sqlite.Raw;

namespace FlowBuilder.Runtime.Storage.Sqlite.Writing;

/// <summary>
/// Numbers that only grow, over restarts too: reserved in blocks inside the writer's transaction, so that a block lost by a rollback
/// is never handed out.
/// </summary>
internal sealed class IdBlocks(RawConnection connection)
{
    /// <summary>Ids for what the engine makes: runs, messages, moments... and versions.</summary>
    public const string Things = "things";

    /// <summary>Customers.</summary>
    public const string Customers = "customers";

    /// <summary>Step runs and decisions: their order of writing.</summary>
    public const string Lines = "lines";

    /// <summary>Inbox positions, in units of <see cref="IEngineStore.SeqStep"/>.</summary>
    public const string Positions = "positions";

    private readonly RawStatement _reserve = connection.Prepare(
        "INSERT INTO id_blocks (name, next) VALUES (?1, ?2 + 1) ON CONFLICT (name) DO UPDATE SET next = next + ?2 RETURNING next");

    private readonly Dictionary<string, (long Next, long End)> _blocks = [];

    /// <summary>The first of <paramref name="count"/> numbers nobody else gets.</summary>
    public long Reserve(string name, int count)
    {
        _reserve.Add(name).Add(count).Read();
        var end = _reserve.Long(0);
        _reserve.Stop();
        return end - count;
    }

    /// <summary>The next number.</summary>
    public long Next(string name)
    {
        var (next, end) = _blocks.GetValueOrDefault(name);
        if (next == end) (next, end) = (Reserve(name, 4096), 0);
        if (end == 0) end = next + 4096;
        _blocks[name] = (next + 1, end);
        return next;
    }

    /// <summary>Leaves out all numbers up to <paramref name="number"/>.</summary>
    public void Pass(string name, long number)
    {
        while (true)
        {
            var (next, end) = _blocks.GetValueOrDefault(name);
            if (next == end)
            {
                // Not a block yet: the next number tells where we stand.
                var taken = Next(name);
                if (taken > number) return;
                continue;
            }

            if (next > number) return;
            _blocks[name] = (Math.Min(number + 1, end), end);
            if (number < end) return;
        }
    }

    /// <summary>After a rollback: blocks reserved in it are not ours.</summary>
    public void Forget() => _blocks.Clear();
}
