using FlowBuilder.Testing;
using Microsoft.Playwright;

namespace FlowBuilder.E2E.Rig;

/// <summary>One Chromium for all stories; each story has a context (cookies, storage) of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Milliseconds anything is waited for.</summary>
    public const int Patience = 15_000;

    private static readonly string[] Arguments =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"
        ];

    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } given
            ? given
            : Needs.Program("chromium", "chromium");
        // As long as everything else is waited for: two busy cores are no fault of the program.
        // What must be quick is measured by the story that says so.
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
