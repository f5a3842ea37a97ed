using FlowBuilder.Storage.Files;
using Microsoft.Extensions.Configuration;

namespace FlowBuilder.Storage.Addresses;

/// <summary>
/// The keys addresses are hashed with where the address itself may not be kept: suppressions outlive the person. They lie outside the
/// database, so that whoever has only the database cannot try addresses: <c>Security:AddressKey</c>
/// with <c>Security:FormerAddressKeys</c>, else the file
/// <c>address.keys</c> beside the database. A lost key makes every no unreadable, so the program refuses to start without it.
/// </summary>
public sealed class AddressKeys
{
    /// <summary>The file's name.</summary>
    public const string FileName = "address.keys";

    private static readonly KeyFile File = new("Security:AddressKey", "Security:FormerAddressKeys", FileName,
        "Hashes the addresses that must not be contacted. Keep a copy away from the database: without it no one can tell who opted out. To "
            + "rotate, put a new key on a line above.",
        "Put back the file this database's suppressions were made with; if there are none, delete it and a new one is created.");

    /// <param name="keys">The one that new hashes are made with first; each of 32 bytes or more.</param>
    public AddressKeys(params IReadOnlyList<byte[]> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0) throw new ArgumentException("At least one key is needed.", nameof(keys));
        All = keys;
        Names = [.. keys.Select(KeyFile.NameOf)];
    }

    /// <summary>The keys, the current one first.</summary>
    internal IReadOnlyList<byte[]> All { get; }

    /// <summary>Their names, in the same order.</summary>
    internal IReadOnlyList<string> Names { get; }

    /// <summary>Reads the setting, else the file; makes the file where there is neither.</summary>
    /// <exception cref="DatabaseRefusedException">A key cannot be read, or is too short.</exception>
    public static AddressKeys Read(IConfiguration? configuration, string folder) => new(File.Read(configuration, folder));

    /// <summary>The refusal to work without a key that suppressions were made with.</summary>
    internal static DatabaseRefusedException Missing(string name) => new(
        $"Suppressions of this database were made with an address key ({name}) that is not here, so no one can tell who opted out. Put "
            + $"back the file {FileName}, or set Security:AddressKey (or Security:FormerAddressKeys) to the key.");
}
