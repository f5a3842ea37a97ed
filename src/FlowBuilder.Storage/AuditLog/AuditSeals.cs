using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.AuditLog;

/// <summary>Seals a line to the one before it: HMAC-SHA256 with a key the database does not hold.
/// Lines from before there were keys carry a plain SHA-256.</summary>
public sealed class AuditSeals(AuditKeys keys)
{
    /// <summary>The key new lines are sealed with.</summary>
    internal string Current => keys.Current;

    /// <summary>Whether lines sealed with a key of this name can be checked.</summary>
    internal bool Knows(string key) => keys.Find(key) is not null;

    /// <summary>Gives a line its place and seal.</summary>
    internal void Seal(AuditLogRow line, long place, string before)
    {
        line.Id = place;
        line.SealedWith = keys.Current;
        line.Hash = HashOf(line, before);
    }

    /// <summary>What the line's hash must be, given the hash of the line before.</summary>
    /// <exception cref="InvalidOperationException">Its key is not among ours.</exception>
    internal string HashOf(AuditLogRow line, string before) =>
        Hash(
            line.SealedWith, [line.CompanyId, line.Id, line.At.UtcTicks],
            [before, line.ActorId, line.By, line.Action, line.Subject, line.Words, line.Before, line.After]);

    /// <summary>Signs something else with the same keys; <paramref name="what"/> keeps it from ever being a line.</summary>
    internal string Sign(string key, string what, string text) => Hash(key, [], ["flowbuilder", what, text]);

    /// <summary>Every field with its length before it, so that no two different lines write the same bytes.</summary>
    private string Hash(string? key, ReadOnlySpan<long> numbers, ReadOnlySpan<string?> texts)
    {
        using var hash = key is null ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256)
            : IncrementalHash.CreateHMAC(
                HashAlgorithmName.SHA256, keys.Find(key) ?? throw new InvalidOperationException($"There is no audit key {key}."));
        Span<byte> number = stackalloc byte[8];
        foreach (var value in numbers)
        {
            BinaryPrimitives.WriteInt64LittleEndian(number, value);
            hash.AppendData(number);
        }

        foreach (var text in texts)
        {
            var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt64LittleEndian(number, text is null ? -1 : bytes.Length);
            hash.AppendData(number);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
