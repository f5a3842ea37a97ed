using FlowBuilder.Canvas.Commands;
using FlowBuilder.Canvas.Geometry;
using FlowBuilder.Canvas.Link;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FlowBuilder.Canvas;

/// <summary>
/// A drawing of nodes and edges that a person edits. What is drawn comes from the parameters; what the person does comes out as one
/// <see cref="CanvasCommand"/> per gesture. Nothing goes over the circuit while a gesture lasts.
/// </summary>
/// <typeparam name="TNode">Your node: <see cref="CanvasNode"/> or a record that derives from it.</typeparam>
public sealed partial class CanvasView<TNode> : ComponentBase
    where TNode : CanvasNode
{
    private readonly string _id = $"fbc-{Guid.NewGuid():N}";
    private readonly CommandInbox _session = new();
    private readonly CountFeed _counts = new();
    private IReadOnlyList<(CanvasEdge Edge, CanvasPoint Start, CanvasPoint End)> _lines = [];
    private ElementReference _root;
    private ElementReference _pane;
    private DotNetObjectReference<CanvasLink>? _link;
    private readonly TaskCompletionSource<CanvasScript?> _script = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CanvasOptions? _told;

    /// <summary>In the order in which a screen reader reads them.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<TNode> Nodes { get; set; } = [];

    /// <summary>Those whose node is missing are not drawn.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<CanvasEdge> Edges { get; set; } = [];

    /// <summary>Counts every change of the drawing, whoever made it; comes back as <see cref="CanvasCommand.BaseRevision"/>.</summary>
    [Parameter] public long Revision { get; set; }

    /// <summary>Does what the person wants, or says why not. The component that owns this method is drawn anew afterwards.</summary>
    [Parameter] public Func<CanvasCommand, Task<CanvasAnswer>>? OnCommand { get; set; }

    /// <summary>A number on a node was pressed; without it numbers cannot be.</summary>
    [Parameter] public Func<string, Task>? OnCount { get; set; }

    /// <summary>What stands on a node's card; title and sentence when none is given.</summary>
    [Parameter] public RenderFragment<TNode>? NodeContent { get; set; }

    /// <summary>What stands at the beginning of an edge that has a <see cref="CanvasEdge.Label"/>.</summary>
    [Parameter] public RenderFragment<CanvasEdge>? EdgeLabel { get; set; }

    /// <summary>Whatever lies over the canvas, such as a menu at a place that a command named.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>One may look and select, not change.</summary>
    [Parameter] public bool IsReadOnly { get; set; }

    /// <summary>Grid, zoom, words and what is possible. Another record is told to the script; a
    /// changed one is not seen, since it cannot change.</summary>
    [Parameter] public CanvasOptions Options { get; set; } = new();

    /// <summary>What the drawing is called.</summary>
    [Parameter] public string Label { get; set; } = "Drawing";

    /// <summary>Further CSS classes of the outermost element.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>A small map of the whole stands in the corner.</summary>
    [Parameter] public bool HasMinimap { get; set; } = true;

    /// <summary>Buttons for zoom, selection and full screen are shown.</summary>
    [Parameter] public bool HasToolbar { get; set; } = true;

    /// <summary>Whatever else is written on the tag goes to the outermost element.</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    /// <summary>Puts numbers on nodes, such as how many people are there now; 0 takes one away;
    /// <see cref="CanvasCounts"/> names further ones. Only what changed is sent, at most ten times a second.</summary>
    public Task SetCountsAsync(IReadOnlyDictionary<string, int> counts) => InvokeAsync(() => _counts.SetAsync(counts));

    /// <summary>Selects these nodes and nothing else.</summary>
    public Task SelectAsync(IReadOnlyList<string> nodes) => CallAsync("select", nodes);

    /// <summary>Brings a node into view, selects it and puts the keyboard there.</summary>
    public Task FocusNodeAsync(string node) => CallAsync("focusNode", node);

    /// <summary>Puts the keyboard on the canvas itself, such as after the node it stood on is gone.</summary>
    public ValueTask FocusAsync() => _pane.FocusAsync(preventScroll: true);

    /// <summary>Brings everything into view.</summary>
    public Task FitAsync() => CallAsync("fit");

    /// <summary>Multiplies the zoom, around the middle.</summary>
    public Task ZoomAsync(double factor) => CallAsync("zoom", factor);

    /// <summary>Brings a place into the middle.</summary>
    public Task CenterOnAsync(CanvasPoint at) => CallAsync("centerOn", at);

    /// <summary>Full screen and back, with everything in the nearest element marked
    /// <c>data-canvas-full</c>. Browsers allow it only shortly after a click or key.</summary>
    public Task FullScreenAsync() => CallAsync("fullScreen");

    /// <summary>Lets the browser save a picture made from an SVG text, as <c>name.svg</c> or, drawn there, <c>name.png</c>.</summary>
    public Task SavePictureAsync(string name, string svg) => CallAsync("savePicture", name, svg);

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        ArgumentNullException.ThrowIfNull(Nodes);
        var nodes = Nodes.ToDictionary(node => node.Id);
        _lines = [.. from edge in Edges
                     where nodes.ContainsKey(edge.From) && nodes.ContainsKey(edge.To)
                     select (edge, CanvasPorts.Output(nodes[edge.From], edge.Port), CanvasPorts.Input(nodes[edge.To]))];
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _link = DotNetObjectReference.Create(new CanvasLink(ReceiveAsync));
            _told = Options;
            var script = await CanvasScript.AttachAsync(Scripts, _root, _link, Options);
            if (!_script.TrySetResult(script) && script is not null) await script.DisposeAsync();
            await _counts.StartAsync(changed => CallAsync("setCounts", changed));
        }
        else if (!ReferenceEquals(_told, Options))
        {
            _told = Options;
            await CallAsync("configure", Options);
        }
    }

    /// <summary>Lets go of the script and stops the numbers; a circuit that is gone already is no error.</summary>
    public async ValueTask DisposeAsync()
    {
        _counts.Stop();
        _script.TrySetResult(null);
        if (await _script.Task is { } script) await script.DisposeAsync();
        _link?.Dispose();
    }

    private static string LabelPlace(CanvasPoint start, CanvasPoint end)
    {
        var (x, y) = EdgePath.Middle(start, end);
        return $"transform:translate({EdgePath.Number(x)}px,{EdgePath.Number(y)}px)";
    }

    /// <summary>What is asked before the script is there waits for it.</summary>
    private async Task CallAsync(string what, params object?[] arguments)
    {
        if (await _script.Task is { } script) await script.CallAsync(what, arguments);
    }

    private async Task<SentAnswer> ReceiveAsync(CanvasMessage message)
    {
        var answer = CanvasAnswer.Refused(Options.Texts.Failed);
        await InvokeAsync(async () =>
        {
            try
            {
                answer = await _session.AnswerAsync(message, IsReadOnly, Options.Texts, OnCommand);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // As after any event of the owner's own: logged, and shown by the nearest error boundary.
                await DispatchExceptionAsync(fault);
            }
        });
        return new SentAnswer(answer.IsAccepted, answer.Message, Revision);
    }
}
