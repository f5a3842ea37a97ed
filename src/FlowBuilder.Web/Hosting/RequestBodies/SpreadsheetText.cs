using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace FlowBuilder.Web.Hosting.RequestBodies;

/// <summary>
/// The text of a CSV file as spreadsheets save it: UTF-8, UTF-16 with its mark (“Unicode text”), or Windows-1252 (plain “CSV” of Excel in
/// America and western Europe). A file is taken for Windows-1252 only when all of it is what people
/// write in names there; anything else would come out as wrong letters and is refused.
/// </summary>
/// <param name="Text">The whole text.</param>
/// <param name="IsWindows">It is no UTF-8 and was read as Windows-1252: a person should look whether the letters are right.</param>
internal sealed record SpreadsheetText(string Text, bool IsWindows)
{
    /// <summary>Why a file is refused that is none of these; for both answers and screens.</summary>
    public const string Refusal = "the file must be UTF-8 text. Save it as “CSV UTF-8”.";

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// Bytes that a Windows-1252 file of names and addresses has no use for. Files of Macs and of DOS have their letters among them: é of a
    /// Mac is Ž here, é of DOS is a low quotation mark.
    /// </summary>
    private static readonly SearchValues<byte> Foreign = SearchValues.Create(
        [0x00, 0x81, 0x82, 0x83, 0x84, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8D, 0x8E, 0x8F, 0x90, 0x98, 0x9A, 0x9B, 0x9D, 0x9E, 0x9F]);

    /// <summary>Reads a file whole.</summary>
    /// <exception cref="BodyTooLargeException">It is larger than <paramref name="most"/> bytes.</exception>
    /// <exception cref="DecoderFallbackException">It is none of the three.</exception>
    public static async Task<SpreadsheetText> ReadAsync(Stream file, int most, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await using (var limited = new LimitedStream(file, most)) await limited.CopyToAsync(bytes, cancellation);
        return Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <exception cref="DecoderFallbackException">They are none of the three.</exception>
    internal static SpreadsheetText Read(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, .. var little] =>
            new(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true).GetString(little), IsWindows: false),
        [0xFE, 0xFF, .. var big] =>
            new(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true).GetString(big), IsWindows: false),
        _ when !bytes.Contains((byte)0) && Utf8.IsValid(bytes) => new(Encoding.UTF8.GetString(bytes), IsWindows: false),
        _ when !bytes.ContainsAny(Foreign) => new(Windows.GetString(bytes), IsWindows: true),
        _ => throw new DecoderFallbackException("The file is neither UTF-8 nor UTF-16 nor Windows-1252."),
    };
}
