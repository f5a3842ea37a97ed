using System.Diagnostics;
using System.Globalization;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Testing.Engine;
using FlowBuilder.Testing.Smtp;

namespace FlowBuilder.Benchmarks.Mail;

/// <summary>
/// So many emails fall due at once and go to a real mail server in a process of its own on this machine, over the connections the program
/// opens by default: one that only takes and counts, and Debian's aiosmtpd, which is slower than the program.
/// </summary>
internal sealed class MailTimes : Benchmark
{
    private const int Letters = 10_000;

    private const string Sequence = """
        { "format": "flowbuilder.sequence/1", "title": "One email", "description": "", "settings": { "reEntry": { "policy": "always" } },
          "nodes": [
            { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Bench Mail" }, "at": [0, 0] },
            { "id": "w", "kind": "wait", "step": { "type": "wait-until-date", "property": "bench_due", "shift": "PT0S" }, "at": [0, 100] },
            { "id": "mail", "kind": "action", "step": { "type": "email-customer", "template": "bench" }, "at": [0, 200] } ],
          "edges": [ { "from": "t", "to": "w" }, { "from": "w", "to": "mail" } ] }
        """;

    public override string Name => "mail";

    public override string Size => "10,000 emails due at once to a quick mail server, five rounds, and once to Debian's aiosmtpd";

    public override IReadOnlyList<string> Rows => ["a quick server", "Debian's aiosmtpd", "0 doubled, 0 not sent"];

    public override async Task RunAsync(Scale scale, TextWriter output)
    {
        var letters = scale.Of(Letters);
        for (var round = 0; round < scale.Rounds; round++) await output.WriteLineAsync(await ToQuickAsync(letters));
        await output.WriteLineAsync(await ToDebianAsync(letters));
    }

    private static async Task<string> ToQuickAsync(int letters)
    {
        var start = new ProcessStartInfo(
            "dotnet", [typeof(MailTimes).Assembly.Location, QuickMailServer.Word, letters.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true
        };
        using var server = Process.Start(start)!;
        try
        {
            var port = int.Parse((await server.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
            var (took, notSent) = await SendAsync(letters, port, server.StandardOutput.ReadLineAsync);
            await server.StandardInput.WriteLineAsync();
            var end = (await server.StandardOutput.ReadLineAsync())!.Split(' ');
            await server.WaitForExitAsync();
            return Line(
                letters, $"a quick server over {end[1]} connections", took, int.Parse(end[0], CultureInfo.InvariantCulture), notSent);
        }
        finally
        {
            if (!server.HasExited) server.Kill();
        }
    }

    private static async Task<string> ToDebianAsync(int letters)
    {
        using var server = await DebianMailServer.StartAsync(CancellationToken.None);
        var (took, notSent) = await SendAsync(letters, server.Port, null);
        return Line(letters, "Debian's aiosmtpd", took, server.Count - letters + notSent, notSent);
    }

    private static string Line(int letters, string to, TimeSpan took, int doubled, int notSent) =>
        $"Mail: {letters:N0} due at once to {to}: the last accepted after {took.TotalSeconds:0.00} s, {letters / took.TotalSeconds:N0}/s "
            + $"(gate 1,000/s, goal 3,000/s), {doubled} doubled, {notSent} not sent";

    /// <param name="letters">How many.</param>
    /// <param name="port">Of the server, on this machine.</param>
    /// <param name="accepted">Answers when the server has accepted the last; null: it is taken to
    /// be when the engine has an answer for each.</param>
    private static async Task<(TimeSpan Took, int NotSent)> SendAsync(int letters, int port, Func<Task<string?>>? accepted)
    {
        await using var host = await EngineHost.StartAsync(null, settings: new Dictionary<string, string?>
        {
            ["Email:Smtp:Host"] = "127.0.0.1", ["Email:Smtp:Port"] = port.ToString(CultureInfo.InvariantCulture),
            ["Email:From"] = "office@bench.example",
        });
        await host.AddTemplateAsync("bench", Channel.Email, "Your estimate, {{ customer.first_name }}",
            "<p>Hello {{ customer.first_name }},</p><p>your estimate is waiting.</p><p><a href=\"{{ unsubscribe_url "
                + "}}\">Unsubscribe</a></p>",
            "Hello {{ customer.first_name }}, your estimate is waiting.");
        await host.PublishAsync(Sequence);
        var due = host.Clock.Now.AddDays(1);
        for (var first = 0; first < letters; first += 200)
            await host.Intake.AcceptAsync([.. Enumerable.Range(first, Math.Min(200, letters - first)).SelectMany(index => new[]
            {
                host.Identify(
                    $"mail-{index}",
                    $$"""{"email":"c{{index}}@example.com","first_name":"Ann","email_consent":true,"bench_due":"{{due:O}}"}"""),
                host.Event("Bench Mail", $"mail-{index}"),
            })], CancellationToken.None);
        await host.Engine.DrainAsync(CancellationToken.None);
        var began = Stopwatch.GetTimestamp();
        var moving = host.AdvanceAsync(TimeSpan.FromDays(2));
        if (accepted is null) await moving;
        else await accepted();
        var took = Stopwatch.GetElapsedTime(began);
        await moving;
        await using var context = host.Context();
        return (took, letters - context.Messages.Count(message => message.State == MessageState.Sent));
    }
}
