using System.Net;

namespace FlowBuilder.Runtime.Channels;

/// <summary>
/// The body of a call that must not be made twice: remembers whether it has begun to leave, and refuses to leave a second time, so
/// that no layer below repeats the call by itself.
/// </summary>
internal sealed class OneShotContent : HttpContent
{
    private readonly byte[] _body;

    private readonly Action _leaves;

    /// <param name="body">The bytes.</param>
    /// <param name="mediaType">What they are.</param>
    /// <param name="leaves">Called before the first of them leaves.</param>
    internal OneShotContent(byte[] body, string mediaType, Action leaves)
    {
        (_body, _leaves) = (body, leaves);
        Headers.ContentType = new(mediaType) { CharSet = "utf-8" };
    }

    /// <summary>Whether any of it may have left.</summary>
    internal bool Began { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        await SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Began) throw new IOException("This call is not repeated.");
        Began = true;
        _leaves();
        await stream.WriteAsync(_body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
