using System.Buffers.Binary;
using System.Text;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Storage.Files;

namespace FlowBuilder.Runtime.Delivery;

/// <summary>
/// Remembers of every message in state <see cref="MessageState.Sending"/> how far it has come, so that after a kill only those are unknown
/// that were leaving at that very moment. A file of slots beside the database, one slot a message, written without waiting for the
/// disk: what a process has written outlives its death (the system holds it), though not a power cut.
/// <para>
/// A slot is <i>held</i> before the commit that moves the message to Sending; <i>leaving</i> just before the first byte leaves by which the
/// receiver could act; then <i>taken</i> or <i>refused</i>, when the receiver has said so; and free when that answer is committed.
/// </para>
/// <para>
/// What is found at the start counts only as evidence for the very attempt it names, only if the system has not started anew since
/// (its boot id), and only if no other process has the file open. A message in Sending without such evidence is unknown, as if there
/// were no journal: a database put back from a backup finds slots of other attempts, or none. See decision 11.
/// </para>
/// </summary>
internal sealed class HandoverJournal : IDisposable
{
    private const int SlotSize = 128;
    private const int HeaderSize = 128;
    private const int StateAt = 12;
    private const int LongestProviderId = SlotSize - 16;

    private static readonly byte[] Mark = "FlowBuilder hand-over 1\n"u8.ToArray();

    private readonly FileStream? _file;
    private readonly Lock _lock = new();
    private readonly Dictionary<MessageId, Slot> _slots = [];
    private readonly Stack<int> _free = new();
    private int _size;
    private bool _closed;

    private HandoverJournal(FileStream? file) => _file = file;

    /// <summary>How far a message had come.</summary>
    internal enum Stage : byte
    {
        Free = 0,

        /// <summary>Nothing has left.</summary>
        Held = 1,

        /// <summary>It may have left.</summary>
        Leaving = 2,
        Taken = 3,
        Refused = 4,
    }

    /// <summary>Opens the journal and reads what the process before has left.</summary>
    /// <param name="path">The file; null: no file, and so no evidence after a crash (a database in memory).</param>
    /// <param name="boot">Names this run of the operating system; null: unknown, and nothing found counts.</param>
    internal static HandoverJournal Open(string? path, string? boot)
    {
        if (path is null) return new HandoverJournal(null);
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        FileStream file;
        try
        {
            file = OwnFiles.Open(path);
        }
        catch (IOException)
        {
            // Another process has it, frozen perhaps in the middle of a call: what it holds may still leave.
            return new HandoverJournal(null);
        }

        var journal = new HandoverJournal(file);
        journal.Read(boot);
        return journal;
    }

    /// <summary>Names this run of the operating system; null where that cannot be told.</summary>
    internal static string? BootId()
    {
        const string File = "/proc/sys/kernel/random/boot_id";
        return System.IO.File.Exists(File) ? System.IO.File.ReadAllText(File).Trim() : null;
    }

    /// <summary>How far an attempt has come, in this process or the one before; null: nothing is known that counts.</summary>
    internal Evidence? Of(MessageId message, int attempt)
    {
        lock (_lock) return _slots.TryGetValue(message, out var slot) && slot.Evidence.Attempt == attempt ? slot.Evidence : null;
    }

    /// <summary>A message is about to be committed as Sending.</summary>
    internal void Hold(int partition, MessageId message, int attempt)
    {
        Span<byte> bytes = stackalloc byte[StateAt + 1];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, message.Value);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[8..], (ushort)attempt);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[10..], (ushort)partition);
        bytes[StateAt] = (byte)Stage.Held;
        lock (_lock)
        {
            var number = _slots.TryGetValue(message, out var slot) ? slot.Number : _free.TryPop(out var free) ? free : _size++;
            _slots[message] = new Slot(number, partition, new Evidence(attempt, Stage.Held, null));
            Write(number, 0, bytes);
        }
    }

    /// <summary>The first byte is about to leave by which the receiver could act.</summary>
    /// <exception cref="ObjectDisposedException">The journal is closed: what cannot be noted must not leave.</exception>
    internal void Leaves(MessageId message)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            Set(message, Stage.Leaving, null);
        }
    }

    /// <summary>The channel has answered, and nothing of that is committed yet.</summary>
    internal void Answered(MessageId message, ChannelAnswer answer)
    {
        switch (answer)
        {
            case ChannelAnswer.Sent sent:
                Set(message, Stage.Taken, sent.ProviderId);
                break;
            case ChannelAnswer.NotSent or ChannelAnswer.NotTried or ChannelAnswer.NoProvider:
                Set(message, Stage.Refused, null);
                break;
        }
    }

    /// <summary>What became of a message is committed.</summary>
    internal void Release(MessageId message)
    {
        lock (_lock)
        {
            if (!_slots.Remove(message, out var slot)) return;
            Write(slot.Number, StateAt, [(byte)Stage.Free]);
            _free.Push(slot.Number);
        }
    }

    /// <summary>A partition is taken over: only the messages found in state Sending still need their slots.</summary>
    internal void ReleaseAllBut(int partition, IReadOnlySet<MessageId> sending)
    {
        List<MessageId> gone;
        lock (_lock) gone = [.. _slots.Where(one => one.Value.Partition == partition && !sending.Contains(one.Key)).Select(one => one.Key)];
        foreach (var message in gone) Release(message);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            _file?.Dispose();
        }
    }

    private void Set(MessageId message, Stage stage, string? providerId)
    {
        var id = Encoding.UTF8.GetBytes(providerId ?? "");
        if (id.Length > LongestProviderId) id = [];
        lock (_lock)
        {
            if (!_slots.TryGetValue(message, out var slot)) return;
            _slots[message] = slot with { Evidence = slot.Evidence with { Stage = stage, ProviderId = providerId } };
            Write(slot.Number, StateAt, [(byte)stage, (byte)id.Length, .. id]);
        }
    }

    private void Write(int slot, int at, ReadOnlySpan<byte> bytes)
    {
        if (_file is not null && !_closed) RandomAccess.Write(_file.SafeFileHandle, bytes, HeaderSize + ((long)slot * SlotSize) + at);
    }

    private void Read(string? boot)
    {
        var header = Header(boot);
        var bytes = new byte[_file!.Length];
        var length = RandomAccess.Read(_file.SafeFileHandle, bytes, 0);
        if (boot is null || length < HeaderSize || !bytes.AsSpan(0, HeaderSize).SequenceEqual(header))
        {
            _file.SetLength(0);
            RandomAccess.Write(_file.SafeFileHandle, header, 0);
            return;
        }

        _size = (length - HeaderSize + SlotSize - 1) / SlotSize;
        Array.Resize(ref bytes, HeaderSize + (_size * SlotSize));
        for (var number = 0; number < _size; number++)
        {
            var slot = bytes.AsSpan(HeaderSize + (number * SlotSize), SlotSize);
            var message = new MessageId(BinaryPrimitives.ReadInt64LittleEndian(slot));
            var stage = (Stage)slot[StateAt];
            if (stage == Stage.Free)
            {
                _free.Push(number);
                continue;
            }

            var id = stage == Stage.Taken && slot[StateAt + 1] is > 0 and <= LongestProviderId and var longId
                ? Encoding.UTF8.GetString(slot.Slice(StateAt + 2, longId))
                : null;
            _slots[message] = new Slot(
                number, BinaryPrimitives.ReadUInt16LittleEndian(slot[10..]),
                new Evidence(BinaryPrimitives.ReadUInt16LittleEndian(slot[8..]), stage, id));
        }
    }

    private static byte[] Header(string? boot)
    {
        var header = new byte[HeaderSize];
        Mark.CopyTo(header, 0);
        Encoding.ASCII
            .GetBytes(boot ?? "")
            .AsSpan(0, Math.Min(boot?.Length ?? 0, HeaderSize - Mark.Length))
            .CopyTo(header.AsSpan(Mark.Length));
        return header;
    }

    /// <summary>What is known of an attempt.</summary>
    /// <param name="Attempt">Its number, as in <see cref="Message.Attempts"/>.</param>
    /// <param name="Stage">How far it had come.</param>
    /// <param name="ProviderId">Of one that was taken.</param>
    internal sealed record Evidence(int Attempt, Stage Stage, string? ProviderId);

    private readonly record struct Slot(int Number, int Partition, Evidence Evidence);
}
