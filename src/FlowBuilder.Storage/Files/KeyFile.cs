using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace FlowBuilder.Storage.Files;

/// <summary>
/// Keys that lie outside the database: in a setting (32 bytes or more in base64) with former ones in another (separated by <c>;</c>), else
/// in a file beside the database, made at the first start and readable by the program's user alone:
/// one key a line, the first one counts, the others are former ones.
/// </summary>
/// <param name="Setting">The setting of the key.</param>
/// <param name="FormerSetting">The setting of former keys.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Says">The file's first line: what the key is for.</param>
/// <param name="Lost">What to do when the file holds no key.</param>
internal sealed record KeyFile(string Setting, string FormerSetting, string FileName, string Says, string Lost)
{
    private const int Shortest = 32;

    /// <summary>A key's name: the beginning of its SHA-256, so that nobody has to name keys.</summary>
    public static string NameOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key))[..12];

    /// <summary>Reads the setting, else the file; makes the file where there is neither.</summary>
    /// <exception cref="DatabaseRefusedException">A key cannot be read, or is too short.</exception>
    public IReadOnlyList<byte[]> Read(IConfiguration? configuration, string folder)
    {
        if (configuration?[Setting] is { Length: > 0 } current)
        {
            var former =
                (configuration[FormerSetting] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return [Parse(current, Setting), .. former.Select(key => Parse(key, FormerSetting))];
        }

        return ReadFile(Path.Combine(folder, FileName));
    }

    private byte[][] ReadFile(string file)
    {
        if (!File.Exists(file)) MakeFile(file);
        var keys = File.ReadAllLines(file)
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => Parse(line, file)).ToArray();
        return keys.Length > 0 ? keys : throw new DatabaseRefusedException($"{file} contains no key. {Lost}");
    }

    private void MakeFile(string file) =>
        OwnFiles.MakeOnce(file, Encoding.ASCII.GetBytes($"# {Says}\n{Convert.ToBase64String(RandomNumberGenerator.GetBytes(Shortest))}\n"));

    private static byte[] Parse(string text, string where)
    {
        var key = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, key, out var length))
            throw new DatabaseRefusedException(
                $"{where} is not base64. Write 32 random bytes or more, as “openssl rand -base64 32” prints them.");
        if (length < Shortest)
            throw new DatabaseRefusedException(
                $"{where} holds a key of {length} bytes; at least {Shortest} are needed. Write one as “openssl rand -base64 32” prints it.");
        return key[..length];
    }
}
