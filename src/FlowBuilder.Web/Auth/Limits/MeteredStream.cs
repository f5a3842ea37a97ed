namespace FlowBuilder.Web.Auth.Limits;

/// <summary>Time spent waiting for a caller's line.</summary>
internal sealed class LineTime(TimeProvider clock)
{
    public TimeSpan Spent { get; private set; }

    public long Begin() => clock.GetTimestamp();

    public void End(long began) => Spent += clock.GetElapsedTime(began);
}

/// <summary>The body of a call or answer, with the time noted that reading or writing it waits for the line.</summary>
internal sealed class MeteredStream(Stream inner, LineTime line) : Stream
{
    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var began = line.Begin();
        try
        {
            return await inner.ReadAsync(buffer, cancellationToken);
        }
        finally
        {
            line.End(began);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var began = line.Begin();
        try
        {
            await inner.WriteAsync(buffer, cancellationToken);
        }
        finally
        {
            line.End(began);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        var began = line.Begin();
        try
        {
            await inner.FlushAsync(cancellationToken);
        }
        finally
        {
            line.End(began);
        }
    }

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
