using System.Security.Cryptography;
using FlowBuilder.Runtime.Storage;
using Microsoft.Extensions.Configuration;

namespace FlowBuilder.Runtime.AuditLog;

/// <summary>
/// The keys audit lines are sealed with. They lie outside the database, so that whoever can write the database cannot write new seals:
/// <c>Security:AuditKey</c> (32 bytes or more in base64) with <c>Security:FormerAuditKeys</c> (separated by <c>;</c>), else the file
/// <c>audit.keys</c> beside the database, made at the first start and readable by the program's user alone: one key a line, the first one
/// seals, the others are former ones. Rotation: a new first key, and a restart; former keys stay, or their lines cannot be checked.
/// </summary>
public sealed class AuditKeys
{
    /// <summary>The file's name.</summary>
    public const string FileName = "audit.keys";

    private const int Shortest = 32;
    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    /// <param name="keys">The one that seals first; each of 32 bytes or more.</param>
    public AuditKeys(params IReadOnlyList<byte[]> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0) throw new ArgumentException("At least one key is needed.", nameof(keys));
        foreach (var key in keys) _keys[NameOf(key)] = key;
        Current = NameOf(keys[0]);
    }

    /// <summary>The name of the key that seals: the beginning of its SHA-256, so that nobody has to name keys.</summary>
    public string Current { get; }

    /// <summary>The key of a name; null when it is not among ours.</summary>
    internal byte[]? Find(string name) => _keys.GetValueOrDefault(name);

    /// <summary>Reads the setting, else the file; makes the file where there is neither.</summary>
    /// <param name="configuration">Section <c>Security</c>; null: the file.</param>
    /// <param name="folder">Where the file lies: the folder of the database.</param>
    /// <exception cref="DatabaseRefusedException">A key cannot be read, or is too short.</exception>
    public static AuditKeys Read(IConfiguration? configuration, string folder)
    {
        if (configuration?["Security:AuditKey"] is { Length: > 0 } current)
        {
            var former = (configuration["Security:FormerAuditKeys"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return new AuditKeys([Parse(current, "Security:AuditKey"), .. former.Select(key => Parse(key, "Security:FormerAuditKeys"))]);
        }

        return ReadFile(Path.Combine(folder, FileName));
    }

    private static AuditKeys ReadFile(string file)
    {
        if (!File.Exists(file)) MakeFile(file);
        var keys = File.ReadAllLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(line => Parse(line, file)).ToArray();
        return keys.Length > 0 ? new AuditKeys(keys)
            : throw new DatabaseRefusedException($"{file} holds no key. Put back the file this database's audit log was sealed with; without any lines to check, delete it and a new one is made.");
    }

    private static void MakeFile(string file)
    {
        OwnFiles.MakeFolder(Path.GetDirectoryName(file)!);
        var unfinished = $"{file}.{Path.GetRandomFileName()}";
        using (var stream = OwnFiles.Create(unfinished))
        {
            stream.Write("# Seals the audit log. Keep a copy apart from the database. To rotate, put a new key on a line above.\n"u8);
            stream.Write(System.Text.Encoding.ASCII.GetBytes($"{Convert.ToBase64String(RandomNumberGenerator.GetBytes(Shortest))}\n"));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(unfinished, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another start was quicker: its key counts.
            File.Delete(unfinished);
        }
    }

    private static byte[] Parse(string text, string where)
    {
        var key = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, key, out var length)) throw new DatabaseRefusedException($"{where} is not base64. Write 32 random bytes or more, as “openssl rand -base64 32” prints them.");
        if (length < Shortest) throw new DatabaseRefusedException($"{where} holds a key of {length} bytes; at least {Shortest} are needed. Write one as “openssl rand -base64 32” prints it.");
        return key[..length];
    }

    private static string NameOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key))[..12];
}
