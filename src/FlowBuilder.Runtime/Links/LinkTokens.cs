using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Runtime.Links;

/// <summary>Writes and reads tokens: numbers, packed, behind the first 16 bytes of an HMAC-SHA256
/// over them, in base64url. Reading verifies first.</summary>
public sealed class LinkTokens(LinkKey key)
{
    private const int Tag = 16;
    private const int Longest = Tag + 1 + (4 * 10);
    private readonly byte[] _key = (key ?? throw new ArgumentNullException(nameof(key))).For("links/1");

    /// <summary>The token as text, about 35 letters.</summary>
    public string Write(LinkToken token)
    {
        Span<byte> bytes = stackalloc byte[Longest];
        var at = Tag;
        bytes[at++] = (byte)token.Use;
        Pack(bytes, ref at, (ulong)token.Company.Value);
        Pack(bytes, ref at, (ulong)token.Customer.Value);
        Pack(bytes, ref at, (ulong)token.Message.Value);
        Pack(bytes, ref at, (ulong)token.Index);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(_key, bytes[Tag..at], hash);
        hash[..Tag].CopyTo(bytes);
        return Base64Url.EncodeToString(bytes[..at]);
    }

    /// <summary>What a token stands for; null when it is not one of ours, was changed, or is for another use.</summary>
    public LinkToken? Read(string? text, LinkUse use)
    {
        if (text is null || text.Length is < 28 or > 80) return null;
        Span<byte> bytes = stackalloc byte[64];
        if (Base64Url.DecodeFromChars(text, bytes, out var read, out var length) != OperationStatus.Done
            || read != text.Length
            || length <= Tag + 1)
            return null;
        bytes = bytes[..length];
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(_key, bytes[Tag..], hash);
        if (!CryptographicOperations.FixedTimeEquals(hash[..Tag], bytes[..Tag])) return null;
        var at = Tag + 1;
        var token = new LinkToken(
            (LinkUse)bytes[Tag], new CompanyId((int)Unpack(bytes, ref at)), new CustomerId((long)Unpack(bytes, ref at)),
            new MessageId((long)Unpack(bytes, ref at)), (int)Unpack(bytes, ref at));
        return token.Use == use && at == length ? token : null;
    }

    private static void Pack(Span<byte> bytes, ref int at, ulong value)
    {
        for (; value >= 0x80; value >>= 7) bytes[at++] = (byte)(value | 0x80);
        bytes[at++] = (byte)value;
    }

    private static ulong Unpack(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; at < bytes.Length && shift < 64; shift += 7)
        {
            var octet = bytes[at++];
            value |= (ulong)(octet & 0x7f) << shift;
            if (octet < 0x80) break;
        }

        return value;
    }
}
