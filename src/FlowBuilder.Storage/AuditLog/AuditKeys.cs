using FlowBuilder.Storage.Files;
using Microsoft.Extensions.Configuration;

namespace FlowBuilder.Storage.AuditLog;

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

    private static readonly KeyFile File = new("Security:AuditKey", "Security:FormerAuditKeys", FileName,
        "Seals the audit log. Keep a copy away from the database. To rotate, put a new key on a line above.",
        "Put back the file this database's audit log was sealed with; without any lines to check, delete it and a new one is created.");

    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    /// <param name="keys">The one that seals first; each of 32 bytes or more.</param>
    public AuditKeys(params IReadOnlyList<byte[]> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0) throw new ArgumentException("At least one key is needed.", nameof(keys));
        foreach (var key in keys) _keys[KeyFile.NameOf(key)] = key;
        Current = KeyFile.NameOf(keys[0]);
    }

    /// <summary>The name of the key that seals: the beginning of its SHA-256, so that nobody has to name keys.</summary>
    public string Current { get; }

    /// <summary>The key of a name; null when it is not among ours.</summary>
    internal byte[]? Find(string name) => _keys.GetValueOrDefault(name);

    /// <summary>Reads the setting, else the file; makes the file where there is neither.</summary>
    /// <param name="configuration">Section <c>Security</c>; null: the file.</param>
    /// <param name="folder">Where the file lies: the folder of the database.</param>
    /// <exception cref="DatabaseRefusedException">A key cannot be read, or is too short.</exception>
    public static AuditKeys Read(IConfiguration? configuration, string folder) => new(File.Read(configuration, folder));
}
