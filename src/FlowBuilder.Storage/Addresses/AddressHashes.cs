using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;

namespace FlowBuilder.Storage.Addresses;

/// <summary>
/// Hashes addresses: the first 128 bits of HMAC-SHA256 over company, channel and the address's key, as 32 hex digits. Two companies never
/// have the same hash of one address.
/// </summary>
public sealed class AddressHashes(AddressKeys keys)
{
    private const int Bytes = 16;

    /// <summary>The name of the key new hashes are made with.</summary>
    public string KeyName => keys.Names[0];

    /// <summary>Whether hashes made with a key of this name can be made again.</summary>
    public bool Knows(string keyName) => keys.Names.Contains(keyName);

    /// <summary>How many keys there are: an address may be stored under each.</summary>
    internal int Keys => keys.All.Count;

    /// <summary>The hash of an address, by its key (<see cref="Core.Reading.AddressKey"/>).</summary>
    public string Of(CompanyId company, Channel channel, string key) => Of(company, channel, key, 0);

    /// <summary>The hash with one of the keys.</summary>
    internal string Of(CompanyId company, Channel channel, string key, int which)
    {
        var text = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{company.Value}\n{(int)channel}\n{key}"));
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(keys.All[which], text, hash);
        return Convert.ToHexStringLower(hash[..Bytes]);
    }
}
