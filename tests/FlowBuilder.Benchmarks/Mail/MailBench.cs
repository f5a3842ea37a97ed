using System.Diagnostics;
using System.Globalization;
using FlowBuilder.Core.Messages;
using FlowBuilder.Testing.Engine;
using FlowBuilder.Testing.Smtp;

namespace FlowBuilder.Benchmarks.Mail;

/// <summary>So many emails fall due at once and go to a real mail server in a process of its own, over the connections the program opens by default.</summary>
internal static class MailBench
{
    private const string Sequence = """
        { "format": "flowbuilder.sequence/1", "title": "One email", "description": "", "settings": { "reEntry": { "policy": "always" } },
          "nodes": [
            { "id": "t", "kind": "trigger", "step": { "type": "custom-event", "name": "Bench Mail" }, "at": [0, 0] },
            { "id": "w", "kind": "wait", "step": { "type": "wait-until-date", "property": "bench_due", "shift": "PT0S" }, "at": [0, 100] },
            { "id": "mail", "kind": "action", "step": { "type": "email-customer", "template": "bench" }, "at": [0, 200] } ],
          "edges": [ { "from": "t", "to": "w" }, { "from": "w", "to": "mail" } ] }
        """;

    /// <summary>Measures and prints; <paramref name="debian"/> takes Debian's aiosmtpd instead of the quick server.</summary>
    public static async Task MeasureAsync(int letters, int rounds, bool debian)
    {
        for (var round = 0; round < rounds; round++) Console.WriteLine(debian ? await WithDebianAsync(letters) : await WithQuickAsync(letters));
    }

    private static async Task<string> WithQuickAsync(int letters)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(MailBench).Assembly.Location);
        foreach (var argument in new[] { "mail-server", "--letters", letters.ToString(CultureInfo.InvariantCulture) }) start.ArgumentList.Add(argument);
        using var server = Process.Start(start)!;
        var port = int.Parse((await server.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        try
        {
            var (took, unsure) = await SendAsync(letters, port, async () =>
            {
                while (await server.StandardOutput.ReadLineAsync() is { } line && line != "all")
                {
                    // Not yet.
                }
            });
            await server.StandardInput.WriteLineAsync();
            var end = (await server.StandardOutput.ReadLineAsync())!.Split(' ');
            await server.WaitForExitAsync();
            return Line(letters, took, int.Parse(end[1], CultureInfo.InvariantCulture), $"{end[2]} connections", unsure);
        }
        finally
        {
            if (!server.HasExited) server.Kill();
        }
    }

    private static async Task<string> WithDebianAsync(int letters)
    {
        using var server = await DebianMailServer.StartAsync(CancellationToken.None);
        var (took, unsure) = await SendAsync(letters, server.Port, null);
        return Line(letters, took, server.Count - letters, "Debian's aiosmtpd", unsure);
    }

    private static string Line(int letters, TimeSpan took, int doubles, string over, int unsure) =>
        $"Mail: {letters:N0} due at once, the last accepted after {took.TotalSeconds:0.00} s = {letters / took.TotalSeconds:N0}/s (gate 1,000/s, goal 3,000/s), {doubles} doubled, {unsure} not sent, {over}";

    /// <param name="letters">How many.</param>
    /// <param name="port">Of the server, on this machine.</param>
    /// <param name="accepted">Done when the server has accepted the last; null: when the engine says that all are answered for.</param>
    private static async Task<(TimeSpan Took, int NotSent)> SendAsync(int letters, int port, Func<Task>? accepted)
    {
        await using var host = await EngineHost.StartAsync(null, settings: new Dictionary<string, string?>
        {
            ["Email:Smtp:Host"] = "127.0.0.1", ["Email:Smtp:Port"] = port.ToString(CultureInfo.InvariantCulture), ["Email:From"] = "office@bench.example",
        });
        await host.AddTemplateAsync("bench", Channel.Email, "Your estimate, {{ customer.first_name }}",
            "<p>Hello {{ customer.first_name }},</p><p>your estimate is waiting.</p><p><a href=\"{{ unsubscribe_url }}\">Unsubscribe</a></p>", "Hello {{ customer.first_name }}, your estimate is waiting.");
        await host.PublishAsync(Sequence);
        var due = host.Clock.Now.AddDays(1);
        for (var first = 0; first < letters; first += 200)
            await host.Intake.AcceptAsync([.. Enumerable.Range(first, Math.Min(200, letters - first)).SelectMany(index => new[]
            {
                host.Identify($"mail-{index}", $$"""{"email":"c{{index}}@example.com","first_name":"Ann","email_consent":true,"bench_due":"{{due:O}}"}"""), host.Event("Bench Mail", $"mail-{index}"),
            })], CancellationToken.None);
        await host.Engine.DrainAsync(CancellationToken.None);
        var began = Stopwatch.GetTimestamp();
        var moving = host.AdvanceAsync(TimeSpan.FromDays(2));
        if (accepted is not null) await accepted();
        var took = accepted is null ? TimeSpan.Zero : Stopwatch.GetElapsedTime(began);
        await moving;
        if (accepted is null) took = Stopwatch.GetElapsedTime(began);
        await using var context = host.Context();
        return (took, letters - context.Messages.Count(message => message.State == MessageState.Sent));
    }
}
