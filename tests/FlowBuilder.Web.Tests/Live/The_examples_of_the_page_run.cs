using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using FlowBuilder.Testing;
using FlowBuilder.Web.Tests.Support;
using Shouldly;
using WallBoard;

namespace FlowBuilder.Web.Tests.Live;

public sealed class The_examples_of_the_page_run : IAsyncLifetime
{
    private static readonly Lock Installing = new();

    private readonly ApiHost _host = new();
    private Uri _address = default!;

    public ValueTask InitializeAsync()
    {
        _address = _host.Start();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public void The_page_shows_what_is_tested()
    {
        var page = File.ReadAllText(Here("../../../docs/live.md"));
        page.ShouldContain(File.ReadAllText(Here("ReviewBell.cs")));
        page.ShouldContain(File.ReadAllText(Here("../signalr-client/watch.mjs")));
    }

    [Fact]
    public async Task In_dotnet_the_queue_is_shown_when_something_comes()
    {
        await _host.Manager().PublishAsync(Documents.FollowUp("Reviewed", review: true));
        var (shown, others) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        await using var bell = new ReviewBell(_address, "read-1", text => Note(shown, text));
        await using var other = new ReviewBell(_address, "manage-2", text => Note(others, text));
        await bell.StartAsync();
        await other.StartAsync();

        var customer = await _host.SendEstimateAsync("bell-1");

        await LiveRig.UntilAsync(() => shown.Any(text => text.Contains(customer, StringComparison.Ordinal)));
        others.ShouldHaveSingleItem().ShouldNotContain(customer);
    }

    [Fact]
    public async Task In_JavaScript_the_numbers_are_shown_when_somebody_moves()
    {
        var sequence = await _host.Manager().PublishAsync(Documents.FollowUp());
        using var watching = Watch("read-1", sequence);
        (await LineAsync(watching)).ShouldStartWith("counts {");

        await _host.SendEstimateAsync("watch-1");

        while (!(await LineAsync(watching)).Contains("\"waiting\":1", StringComparison.Ordinal))
        {
            // Numbers on the way there: the customer came in and did the first step.
        }

        watching.Kill(entireProcessTree: true);
    }

    [Fact]
    public async Task In_JavaScript_another_companys_sequence_is_one_that_is_not_there()
    {
        var sequence = await _host.Manager().PublishAsync(Documents.FollowUp());
        using var watching = Watch("manage-2", sequence);
        var words = await watching.StandardError
            .ReadToEndAsync(TestContext.Current.CancellationToken)
            .WaitAsync(LiveRig.Patience, TestContext.Current.CancellationToken);
        words.ShouldContain("That sequence does not exist.");
        (await watching.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    private static Task Note(ConcurrentQueue<string> to, string text)
    {
        to.Enqueue(text);
        return Task.CompletedTask;
    }

    private Process Watch(string key, string sequence)
    {
        Install();
        var start = new ProcessStartInfo(
            Needs.Program("node", "nodejs"), ["watch.mjs", _address.GetLeftPart(UriPartial.Authority), key, sequence])
        {
            WorkingDirectory = Here("../signalr-client"), RedirectStandardOutput = true, RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private static async Task<string> LineAsync(Process process) =>
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(LiveRig.Patience)
        ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));

    private static void Install()
    {
        lock (Installing)
        {
            var folder = Here("../signalr-client");
            if (File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json"))) return;
            var (code, output) = Needs.Run(
                Needs.Program("npm", "npm"), ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], TimeSpan.FromMinutes(3), folder);
            if (code != 0) throw new InvalidOperationException($"npm ci failed:\n{output}");
        }
    }

    private static string Here(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, path));
}
