using System.Net;
using System.Net.Sockets;

namespace FlowBuilder.Benchmarks.Mail;

/// <summary>
/// A mail server that does nothing but take letters as fast as it can and count them, as a program of its own: it says on which port it
/// listens, then when so many letters have been accepted, and on a line of input how many came twice and over how many connections.
/// </summary>
internal sealed class QuickMailServer(int expected)
{
    /// <summary>What makes the benchmarks' program this server.</summary>
    public const string Word = "mail-server";

    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _taken;
    private int _connections;

    /// <summary>Runs until all have come and the one who started it closes its input.</summary>
    public static async Task RunAsync(int expected)
    {
        var server = new QuickMailServer(expected);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Console.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port);
        _ = server.AcceptAsync(listener);
        await server._all.Task;
        Console.WriteLine("all");
        // What comes after all came is a double: the sender says when it has nothing left.
        Console.ReadLine();
        lock (server._lock) Console.WriteLine($"{server._taken - server._ids.Count} {server._connections}");
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            var socket = await listener.AcceptSocketAsync();
            socket.NoDelay = true;
            Interlocked.Increment(ref _connections);
            _ = TalkAsync(socket);
        }
    }

    private async Task TalkAsync(Socket socket)
    {
        using var _ = socket;
        var buffer = new byte[64 * 1024];
        var (length, inContent) = (0, false);
        var answer = new byte[4 * 1024];
        await socket.SendAsync("220 quick\r\n"u8.ToArray());
        while (true)
        {
            if (length == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0) return;
            length += read;
            var (used, said, quit) = Work(buffer.AsSpan(0, length), answer, ref inContent);
            if (said > 0) await socket.SendAsync(answer.AsMemory(0, said));
            if (quit) return;
            buffer.AsSpan(used, length - used).CopyTo(buffer);
            length -= used;
        }
    }

    /// <summary>Works off all that is complete; answers to commands that came together leave together.</summary>
    private (int Used, int NodePhrases, bool Quit) Work(ReadOnlySpan<byte> bytes, Span<byte> answer, ref bool inContent)
    {
        var (used, said) = (0, 0);
        while (true)
        {
            var rest = bytes[used..];
            var end = inContent ? rest.IndexOf("\r\n.\r\n"u8) : rest.IndexOf("\r\n"u8);
            if (end < 0) return (used, said, false);
            if (inContent)
            {
                Take(rest[..end]);
                used += end + 5;
                inContent = false;
                Say("250 2.0.0 taken\r\n"u8, answer, ref said);
                continue;
            }

            var line = rest[..end];
            used += end + 2;
            if (line.StartsWith("EHLO"u8))
                Say("250-quick\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE 10485760\r\n"u8, answer, ref said);
            else if (line.StartsWith("DATA"u8)) (inContent, _) = (true, Say("354 go on\r\n"u8, answer, ref said));
            else if (line.StartsWith("QUIT"u8)) return (used, said, Say("221 bye\r\n"u8, answer, ref said));
            else Say("250 2.1.0 ok\r\n"u8, answer, ref said);
        }
    }

    private static bool Say(ReadOnlySpan<byte> words, Span<byte> answer, ref int said)
    {
        words.CopyTo(answer[said..]);
        said += words.Length;
        return true;
    }

    private void Take(ReadOnlySpan<byte> letter)
    {
        var at = letter.IndexOf("Message-Id: "u8);
        var id = at < 0 ? "" : System.Text.Encoding.ASCII.GetString(letter[at..][..letter[at..].IndexOf((byte)'\n')]);
        lock (_lock)
        {
            _ids.Add(id);
            if (++_taken == expected) _all.SetResult();
        }
    }
}
