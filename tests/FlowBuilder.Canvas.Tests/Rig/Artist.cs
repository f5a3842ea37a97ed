using FlowBuilder.Canvas.Tests.Sample;
using FlowBuilder.E2E.Rig;
using Microsoft.Playwright;

namespace FlowBuilder.Canvas.Tests.Rig;

/// <summary>Somebody who draws: a browser with the sample's canvas in it, on a wire that can be cut.</summary>
public sealed class Artist : IAsyncDisposable
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("E2E_PICTURES");
    private readonly List<string> _faults = [];
    private readonly IBrowserContext _context;
    private readonly SampleHost _host;
    private ICDPSession? _fingers;

    private Artist(SampleHost host, Wire wire, IBrowserContext context, IPage page) =>
        (_host, Wire, _context, Page) = (host, wire, context, page);

    public IPage Page { get; }

    public Wire Wire { get; }

    public IMouse Mouse => Page.Mouse;

    public IKeyboard Keyboard => Page.Keyboard;

    public SampleDrawing Drawing => _host.Drawing;

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>What went to the server over the circuit, a mark for each message.</summary>
    public List<int> Sent { get; } = [];

    public static async Task<Artist> ComeAsync(
        Chromium chromium, (CanvasNode[] Nodes, CanvasEdge[] Edges)? drawing = null, bool touch = false, bool dark = false,
        Action<SampleDrawing>? with = null, int width = 1280, int height = 860)
    {
        ArgumentNullException.ThrowIfNull(chromium);
        var host = await SampleHost.StartAsync(drawing ?? Drawings.Reminder());
        with?.Invoke(host.Drawing);
        var wire = Wire.To(host.Port);
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = $"http://127.0.0.1:{wire.Port}/", ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            HasTouch = touch, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        var artist = new Artist(host, wire, context, await context.NewPageAsync());
        artist.Page.Console += (_, message) => { if (message.Type == "error") artist._faults.Add(message.Text); };
        artist.Page.PageError += (_, fault) => artist._faults.Add(fault);
        artist.Page.WebSocket += (_, socket) =>
            socket.FrameSent += (_, frame) => { lock (artist.Sent) artist.Sent.Add(frame.Binary?.Length ?? frame.Text?.Length ?? 0); };
        await artist.OpenAsync();
        return artist;
    }

    public async Task OpenAsync()
    {
        await Page.GotoAsync("");
        await Page.WaitForSelectorAsync("[data-canvas][data-ready]");
    }

    public ILocator Canvas => Page.Locator("[data-canvas]");

    public ILocator Node(string id) => Page.Locator($"[data-node-id='{id}']");

    public ILocator Port(string node, string port) => Node(node).Locator($".fbc-out[data-port='{port}']");

    public ILocator Plus(string edge) => Page.Locator($"[data-edge-id='{edge}'] [data-insert]");

    /// <summary>The middle of something, in the page.</summary>
    public async Task<Spot> At(ILocator what, double dx = 0, double dy = 0)
    {
        ArgumentNullException.ThrowIfNull(what);
        var box = await what.BoundingBoxAsync() ?? throw new InvalidOperationException($"{what} is not to be seen.");
        return new(box.X + (box.Width / 2) + dx, box.Y + (box.Height / 2) + dy);
    }

    public Task<Spot> AtNode(string id, double dx = 0, double dy = 0) => At(Node(id), dx, dy);

    /// <summary>Presses there and moves to the other place, without letting go.</summary>
    public async Task TakeAsync(Spot from, Spot to)
    {
        await Mouse.MoveAsync((float)from.X, (float)from.Y);
        await Mouse.DownAsync();
        await CarryAsync(from, to);
    }

    public Task CarryAsync(Spot from, Spot to) => Mouse.MoveAsync((float)to.X, (float)to.Y, new() { Steps = 12 });

    public async Task DragAsync(Spot from, Spot to)
    {
        await TakeAsync(from, to);
        await Mouse.UpAsync();
    }

    public Task ClickAsync(Spot at) => Mouse.ClickAsync((float)at.X, (float)at.Y);

    /// <summary>Puts fingers down or moves them; without any, lifts all.</summary>
    public Task FingersAsync(string what, params Spot[] fingers) => TouchAsync(what, fingers.Select((finger, id) => (id, finger)));

    /// <summary>Moves or lifts one of several fingers.</summary>
    public Task FingerAsync(string what, int id, Spot at) => TouchAsync(what, [(id, at)]);

    private async Task TouchAsync(string what, IEnumerable<(int Id, Spot At)> fingers)
    {
        _fingers ??= await _context.NewCDPSessionAsync(Page);
        var points = fingers.Select(
            finger => new Dictionary<string, object> { ["x"] = finger.At.X, ["y"] = finger.At.Y, ["id"] = finger.Id }).ToArray();
        await _fingers.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object> { ["type"] = what, ["touchPoints"] = points });
    }

    public async Task SlideAsync(Spot from, Spot to, bool lifts = true)
    {
        await FingersAsync("touchStart", from);
        for (var step = 1; step <= 10; step++)
            await FingersAsync("touchMove", new Spot(from.X + ((to.X - from.X) * step / 10), from.Y + ((to.Y - from.Y) * step / 10)));
        if (lifts) await FingersAsync("touchEnd");
    }

    /// <summary>Where the screen has a node, in the drawing.</summary>
    public async Task<(double X, double Y)> PlaceAsync(string id)
    {
        var place = await Page.EvaluateAsync<double[]>(
            "id => { const m = new DOMMatrix(document.querySelector(`[data-node-id='${id}']`).style.transform); return [m.e, m.f]; }", id);
        return (place[0], place[1]);
    }

    /// <summary>How the drawing lies in its window: x, y, zoom.</summary>
    public async Task<(double X, double Y, double K)> ViewAsync()
    {
        var view = await Page.EvaluateAsync<double[]>(
            "() => { const m = new DOMMatrix(document.querySelector('.fbc-world').style.transform); return [m.e, m.f, m.a]; }");
        return (view[0], view[1], view[2]);
    }

    public Task<string[]> ChosenAsync() =>
        Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[data-node-id][data-selected]')].map(el => el.dataset.nodeId)");

    public Task<string> FocusedAsync() =>
        Page.EvaluateAsync<string>("() => document.activeElement.dataset.nodeId ?? document.activeElement.className");

    public Task<string> SpokenAsync() => Page.Locator(".fbc-live").InnerTextAsync();

    /// <summary>Waits until an expression over <c>document</c> holds.</summary>
    public Task UntilAsync(string expression, object? with = null) => Page.WaitForFunctionAsync(expression, with);

    /// <summary>Two frames later: whatever was to be drawn is drawn.</summary>
    public Task SettleAsync() => Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

    public async Task PictureAsync(string name)
    {
        if (Pictures is { Length: > 0 })
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"canvas-{name}.png") });
    }

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        await Wire.DisposeAsync();
        await _host.DisposeAsync();
    }
}
