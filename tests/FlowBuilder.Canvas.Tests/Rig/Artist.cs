using FlowBuilder.Canvas.Tests.Sample;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;

namespace FlowBuilder.Canvas.Tests.Rig;

/// <summary>Somebody who draws: a browser with the sample's canvas in it.</summary>
public sealed class Artist : IAsyncDisposable
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("E2E_PICTURES");
    private readonly List<string> _faults = [];
    private readonly IBrowserContext _context;
    private readonly SampleHost _host;

    private Artist(SampleHost host, IBrowserContext context, IPage page) => (_host, _context, Page) = (host, context, page);

    public IPage Page { get; }

    public SampleDrawing Drawing => _host.Drawing;

    public IReadOnlyList<string> Faults => _faults;

    public static async Task<Artist> ComeAsync(Chromium chromium, (CanvasNode[] Nodes, CanvasEdge[] Edges)? drawing = null, bool touch = false, bool dark = false, Action<SampleDrawing>? with = null, int width = 1280, int height = 860)
    {
        ArgumentNullException.ThrowIfNull(chromium);
        var host = await SampleHost.StartAsync(drawing ?? Drawings.Reminder());
        with?.Invoke(host.Drawing);
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = $"http://127.0.0.1:{host.Port}/", ViewportSize = new ViewportSize { Width = width, Height = height }, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light, HasTouch = touch, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        var artist = new Artist(host, context, await context.NewPageAsync());
        artist.Page.Console += (_, message) => { if (message.Type == "error") artist._faults.Add(message.Text); };
        artist.Page.PageError += (_, fault) => artist._faults.Add(fault);
        await artist.OpenAsync();
        return artist;
    }

    public async Task OpenAsync()
    {
        await Page.GotoAsync("");
        await Page.WaitForSelectorAsync("[data-canvas][data-ready]");
    }

    public ILocator Node(string id) => Page.Locator($"[data-node-id='{id}']");

    /// <summary>The middle of something, in the page.</summary>
    public static async Task<(float X, float Y)> MiddleAsync(ILocator what)
    {
        ArgumentNullException.ThrowIfNull(what);
        var box = await what.BoundingBoxAsync() ?? throw new InvalidOperationException($"{what} is not to be seen.");
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    /// <summary>Where the screen has a node, in the drawing.</summary>
    public Task<double[]> PlaceAsync(string id) =>
        Page.EvaluateAsync<double[]>("id => { const m = new DOMMatrix(document.querySelector(`[data-node-id='${id}']`).style.transform); return [m.e, m.f]; }", id);

    public async Task PictureAsync(string name)
    {
        if (Pictures is { Length: > 0 }) await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"canvas-{name}.png") });
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        await _host.DisposeAsync();
    }
}
