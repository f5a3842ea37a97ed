using System.IO.Compression;

namespace FlowBuilder.Web.Tests.Support;

internal static class Gzip
{
    public static byte[] Of(ReadOnlySpan<byte> bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest)) gzip.Write(bytes);
        return memory.ToArray();
    }
}
