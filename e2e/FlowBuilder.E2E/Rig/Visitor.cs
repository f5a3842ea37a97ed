using System.Text.RegularExpressions;
using FlowBuilder.Application.Lists;
using Microsoft.Playwright;

namespace FlowBuilder.E2E.Rig;

/// <summary>A person with a browser of their own. At the end there may be no <see cref="Faults"/>.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("E2E_PICTURES");
    private readonly List<string> _faults = [];
    private readonly IBrowserContext _context;

    private Visitor(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>What the console showed as errors, uncaught exceptions included, and what was unsound where the story looked.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Opens a browser at the site, or at an address that leads there.</summary>
    public static async Task<Visitor> ComeAsync(
        Chromium chromium, Site site, int width = 1280, int height = 800, bool dark = false, Uri? way = null)
    {
        ArgumentNullException.ThrowIfNull(chromium);
        ArgumentNullException.ThrowIfNull(site);
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (way ?? site.Address).ToString(), ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        context.SetDefaultTimeout(Chromium.Patience);
        var visitor = new Visitor(context, await context.NewPageAsync());
        visitor.Page.Console +=
            (_, message) => { if (message.Type == "error") visitor._faults.Add($"{message.Text} ({message.Location})"); };
        visitor.Page.PageError += (_, fault) => visitor._faults.Add(fault);
        return visitor;
    }

    /// <summary>Signs in and waits for the first page to be alive.</summary>
    public async Task SignInAsync(string person, string password = Site.Password)
    {
        await Page.GotoAsync("sign-in");
        await Page.GetByTestId("email").FillAsync(person.Contains('@', StringComparison.Ordinal) ? person : $"{person}@green.example");
        await Page.GetByTestId("password").FillAsync(password);
        await Page.GetByTestId("sign-in").ClickAsync();
        await Assertions.Expect(Page).Not.ToHaveURLAsync(new Regex("/sign-in"));
        await AliveAsync();
    }

    /// <summary>Opens an address and waits until its circuit answers.</summary>
    public async Task OpenAsync(string address)
    {
        await Page.GotoAsync(address);
        await AliveAsync();
    }

    /// <summary>Opens an address with a drawing and waits until that answers too: it comes to life after its page.</summary>
    public async Task OpenDrawingAsync(string address)
    {
        await OpenAsync(address);
        await Page.Locator("[data-canvas][data-ready]").WaitForAsync();
    }

    /// <summary>Waits until the page's circuit answers: before, clicks fall into the void.</summary>
    public Task AliveAsync() =>
        Page.WaitForSelectorAsync("[data-alive]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });

    /// <summary>Looks at the page as it stands: what is unsound counts among the <see cref="Faults"/>.
    /// Keeps a picture in the folder that <c>E2E_PICTURES</c> names, if any.</summary>
    public async Task PictureAsync(string name)
    {
        _faults.AddRange(await Soundness.FaultsAsync(Page, name));
        if (Pictures is { Length: > 0 })
            await Page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(Pictures, $"{name}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled
            });
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
