using System.Runtime.InteropServices;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Storage.Sqlite.Raw;

namespace FlowBuilder.Storage.Sqlite.Writer;

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

    /// <summary>Inbox positions, in units of <see cref="CustomerEvent.SeqStep"/>.</summary>
    public const string Positions = "positions";

    private const int Block = 4096;

    private readonly RawStatement _reserve = connection.Prepare(
        "INSERT INTO id_blocks (name, next) VALUES (?1, ?2 + 1) ON CONFLICT (name) DO UPDATE SET next = next + ?2 RETURNING next");

    private readonly Dictionary<string, Numbers> _blocks = [];

    /// <summary>The first of <paramref name="count"/> numbers nobody else gets.</summary>
    public long Reserve(string name, long count)
    {
        _reserve.Add(name).Add(count).Read();
        var end = _reserve.Long(0);
        _reserve.Stop();
        return end - count;
    }

    /// <summary>The next number.</summary>
    public long Next(string name)
    {
        ref var block = ref CollectionsMarshal.GetValueRefOrAddDefault(_blocks, name, out _);
        if (block.Next == block.End) block = Take(name);
        return block.Next++;
    }

    /// <summary>Leaves out all numbers up to <paramref name="number"/>.</summary>
    public void Pass(string name, long number)
    {
        ref var block = ref CollectionsMarshal.GetValueRefOrAddDefault(_blocks, name, out _);
        while (block.Next <= number)
        {
            if (block.Next == block.End) block = Take(name, Math.Max(Block, number - block.End));
            else block.Next = Math.Min(number + 1, block.End);
        }
    }

    /// <summary>After a rollback: blocks reserved in it are not ours.</summary>
    public void Forget() => _blocks.Clear();

    private Numbers Take(string name, long count = Block)
    {
        var first = Reserve(name, count);
        return new Numbers { Next = first, End = first + count };
    }

    private struct Numbers
    {
        public long Next;
        public long End;
    }
}
