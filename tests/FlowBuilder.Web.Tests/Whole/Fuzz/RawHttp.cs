using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FlowBuilder.Web.Tests.Whole.Fuzz;

/// <summary>One request as bytes, one answer as bytes: nothing between that would put an odd one right.</summary>
internal static class RawHttp
{
    /// <summary>An answer that takes longer is none.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Sends a request on a connection of its own.</summary>
    /// <returns>The status and the whole answer; status 0 with words when there was none.</returns>
    public static async Task<(int Status, string Answer)> SendAsync(int port, byte[] request, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
            await using var stream = client.GetStream();
            var sending = SendAsync(stream, request, patience.Token);
            using var answer = new MemoryStream();
            var buffer = new byte[16 * 1024];
            try
            {
                for (var read =
                    await stream.ReadAsync(buffer, patience.Token); read > 0; read = await stream.ReadAsync(buffer, patience.Token))
                    answer.Write(buffer, 0, read);
            }
            catch (IOException) when (answer.Length > 0)
            {
                // Answered early and closed before the rest of the request was read.
            }

            await sending;
            var text = Encoding.Latin1.GetString(answer.ToArray());
            return text.Length > 12 && int.TryParse(text.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
                ? (status, text)
                : (0, $"No answer: {text}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (0, $"No answer within {Patience.TotalSeconds} s.");
        }
        catch (IOException e)
        {
            return (0, $"Connection lost: {e.Message}");
        }
    }

    /// <summary>Writes a request down. Line ends and separators stand as they are given.</summary>
    public static byte[] Write(string method, string target, IEnumerable<(string Name, string Value)> headers, byte[]? body)
    {
        var head = new StringBuilder().Append(method).Append(' ').Append(target).Append(" HTTP/1.1\r\n");
        foreach (var (name, value) in headers) head.Append(name).Append(": ").Append(value).Append("\r\n");
        if (body is not null) head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        head.Append("Connection: close\r\n\r\n");
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. body ?? []];
    }

    private static async Task SendAsync(NetworkStream stream, byte[] request, CancellationToken cancellation)
    {
        try
        {
            await stream.WriteAsync(request, cancellation);
        }
        catch (IOException)
        {
            // Refused before it was read to its end: the answer says why.
        }
    }
}
