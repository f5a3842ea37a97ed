using FlowBuilder.Benchmarks.Outside;
using FlowBuilder.Testing;
using Microsoft.Playwright;

namespace FlowBuilder.Benchmarks.Rest;

/// <summary>Designers that stand open in a browser, each with its circuit, shared among people so
/// that nobody has more than one person would.</summary>
internal sealed class OpenDesigners : IAsyncDisposable
{
    /// <summary>Of the whole size.</summary>
    public const int Most = 20;

    private const int Patience = 60_000;
    private const string Password = "walnut-hammock-otter";

    private static readonly string[] People = ["walter", "ruth", "tom", "dolores"];

    private static readonly string[] Arguments =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"
        ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private OpenDesigners(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Opens the demo company's first sequence so many times and waits until every drawing answers.</summary>
    public static async Task<OpenDesigners> OpenAsync(WholeProgram program, string key, int pages)
    {
        var list = await program.AskAsync(key, HttpMethod.Get, "api/v1/sequences");
        var sequence = list.GetProperty("items")[0].GetProperty("id").GetString();
        var path = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } given
            ? given
            : Needs.Program("chromium", "chromium");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Arguments });
        var designers = new OpenDesigners(playwright, browser);
        foreach (var person in Enumerable.Range(0, pages).GroupBy(page => People[page % People.Length]))
        {
            var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = program.Address.ToString() });
            context.SetDefaultTimeout(Patience);
            var page = await context.NewPageAsync();
            await SignInAsync(page, person.Key);
            foreach (var number in person.Select((_, number) => number))
            {
                if (number > 0) page = await context.NewPageAsync();
                await page.GotoAsync($"automations/sequences/{sequence}/edit");
                await page.Locator("[data-canvas][data-ready]").WaitForAsync();
            }
        }

        return designers;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static async Task SignInAsync(IPage page, string person)
    {
        await page.GotoAsync("sign-in");
        await page.GetByTestId("email").FillAsync($"{person}@greenvalley.example");
        await page.GetByTestId("password").FillAsync(Password);
        await page.GetByTestId("sign-in").ClickAsync();
        await page.WaitForURLAsync(address => !address.Contains("/sign-in", StringComparison.Ordinal));
    }
}
