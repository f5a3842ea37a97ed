using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace FlowBuilder.Testing.Smtp;

/// <summary>One connection to the sink, from greeting to QUIT.</summary>
internal sealed class SmtpSession
{
    private readonly SmtpSink _sink;
    private readonly Stream _stream;
    private readonly CancellationToken _stop;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _at;
    private int _end;
    private string _from = "";
    private List<string> _to = [];

    private SmtpSession(SmtpSink sink, Stream stream, CancellationToken stop) => (_sink, _stream, _stop) = (sink, stream, stop);

    internal static async Task RunAsync(SmtpSink sink, TcpClient client, CancellationToken stop)
    {
        using (client)
        {
            try
            {
                await new SmtpSession(sink, client.GetStream(), stop).TalkAsync();
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
            {
                // The sender has gone, or the sink is being closed: the conversation is over either way.
            }
        }
    }

    private async Task TalkAsync()
    {
        if (await MisbehavesAsync(SmtpStage.Connect)) return;
        await SayAsync("220 sink ready");
        while (await LineAsync() is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            var goesOn = verb switch
            {
                "EHLO" => await AnswerAsync(
                    SmtpStage.Hello,
                    string.Join(
                        "\r\n",
                        new[] { "sink" }
                            .Concat(_sink.Extensions)
                            .Select((text, i) => (i < _sink.Extensions.Count ? "250-" : "250 ") + text))),
                "HELO" => await AnswerAsync(SmtpStage.Hello, "250 sink"),
                "AUTH" => await AnswerAsync(SmtpStage.Login, "235 welcome"),
                "MAIL" => await MailAsync(line),
                "RCPT" => await RecipientAsync(line),
                "DATA" => await DataAsync(),
                "RSET" => await ResetAsync(),
                "NOOP" => await SayAsync("250 here"),
                "QUIT" => !await SayAsync("221 bye"),
                _ => await SayAsync("502 unknown command"),
            };
            if (!goesOn) return;
        }
    }

    private async Task<bool> MailAsync(string line)
    {
        (_from, _to) = (Address(line), []);
        return await AnswerAsync(SmtpStage.Mail, "250 ok");
    }

    private async Task<bool> RecipientAsync(string line)
    {
        var address = Address(line);
        var fault = _sink.FaultAt(SmtpStage.Recipient, new SmtpEnvelope(_from, [.. _to, address]));
        if (fault is not null) return await DoAsync(fault);
        _to.Add(address);
        return await SayAsync("250 ok");
    }

    private async Task<bool> ResetAsync()
    {
        (_from, _to) = ("", []);
        return await SayAsync("250 ok");
    }

    private async Task<bool> DataAsync()
    {
        if (_to.Count == 0) return await SayAsync("503 no recipients");
        if (_sink.FaultAt(SmtpStage.Data, Envelope) is { } early) return await DoAsync(early);
        await SayAsync("354 go ahead");
        using var content = new MemoryStream();
        while (await LineAsync() is { } line)
        {
            if (line == ".")
            {
                if (_sink.FaultAt(SmtpStage.Content, Envelope) is { } late) return await DoAsync(late);
                var raw = content.ToArray();
                content.Position = 0;
                _sink.Take(new SmtpDelivery(
                    TimeProvider.System.GetUtcNow(), _from, [.. _to], raw, await MimeMessage.LoadAsync(content, _stop)));
                if (_sink.FaultAt(SmtpStage.Taken, Envelope) is { } last) return await DoAsync(last);
                (_from, _to) = ("", []);
                return await SayAsync("250 taken as 42");
            }

            content.Write(Encoding.Latin1.GetBytes(line.StartsWith('.') ? line[1..] : line));
            content.Write("\r\n"u8);
        }

        return false;
    }

    private SmtpEnvelope Envelope => new(_from, [.. _to]);

    private async Task<bool> AnswerAsync(SmtpStage stage, string usual) =>
        _sink.FaultAt(stage, Envelope) is { } fault ? await DoAsync(fault) : await SayAsync(usual);

    private async Task<bool> MisbehavesAsync(SmtpStage stage)
    {
        if (_sink.FaultAt(stage, Envelope) is not { } fault) return false;
        await DoAsync(fault);
        return true;
    }

    private async Task<bool> DoAsync(SmtpFault fault)
    {
        switch (fault)
        {
            case SmtpFault.Refuse refuse:
                return await SayAsync(refuse.Answer);
            case SmtpFault.Stall:
                await Task.Delay(Timeout.Infinite, _stop);
                return false;
            default:
                return false;
        }
    }

    private async Task<bool> SayAsync(string text)
    {
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), _stop);
        return true;
    }

    private async Task<string?> LineAsync()
    {
        var line = new StringBuilder();
        while (true)
        {
            while (_at < _end)
            {
                var letter = (char)_buffer[_at++];
                if (letter == '\n') return line.Length > 0 && line[^1] == '\r' ? line.ToString(0, line.Length - 1) : line.ToString();
                line.Append(letter);
            }

            _at = 0;
            _end = await _stream.ReadAsync(_buffer, _stop);
            if (_end == 0) return null;
        }
    }

    private static string Address(string line)
    {
        var from = line.IndexOf('<', StringComparison.Ordinal);
        var to = line.IndexOf('>', StringComparison.Ordinal);
        return from < 0 || to < from ? "" : line[(from + 1)..to];
    }
}
