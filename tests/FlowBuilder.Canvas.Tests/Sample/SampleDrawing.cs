using System.Threading.Channels;
using FlowBuilder.Canvas.Commands;

namespace FlowBuilder.Canvas.Tests.Sample;

/// <summary>What an owner of a canvas does: holds the drawing and changes it on command. A test looks into it and steers it.</summary>
public sealed class SampleDrawing
{
    private readonly Channel<CanvasCommand> _commands = Channel.CreateUnbounded<CanvasCommand>();
    private readonly HashSet<string> _keys = [];
    private int _made;

    public event Action? Changed;

    public List<CanvasNode> Nodes { get; private set; } = [];

    public List<CanvasEdge> Edges { get; private set; } = [];

    public long Revision { get; private set; }

    public CanvasOptions Options { get; set; } = new()
    {
        Refusals = [new("wait", "trigger", "Nothing leads to a trigger."), new("action", "if", "After an action use a wait first.")]
    };

    public bool IsReadOnly { get; set; }

    /// <summary>The page shows no canvas.</summary>
    public bool IsAway { get; set; }

    public CanvasView<CanvasNode>? Canvas { get; set; }

    public int ClicksOnPalette { get; set; }

    /// <summary>Said to the next edit instead of doing it.</summary>
    public string? Refusal { get; set; }

    /// <summary>All commands so far, in order.</summary>
    public List<CanvasCommand> Commands { get; } = [];

    public CanvasNode this[string id] => Nodes.Single(node => node.Id == id);

    public void Draw(IEnumerable<CanvasNode> nodes, IEnumerable<CanvasEdge> edges)
    {
        (Nodes, Edges) = ([.. nodes], [.. edges]);
        Touch();
    }

    /// <summary>Somebody else changes something.</summary>
    public void Touch()
    {
        Revision++;
        Changed?.Invoke();
    }

    public Task<CanvasAnswer> DoAsync(CanvasCommand command)
    {
        var answer = Refusal is { } refusal && command.IsEdit ? CanvasAnswer.Refused(refusal) : Do(command);
        if (command.IsEdit) Refusal = null;
        lock (Commands) Commands.Add(command);
        _commands.Writer.TryWrite(command);
        return Task.FromResult(answer);
    }

    /// <summary>The next command of a kind, passing over others.</summary>
    public async Task<TCommand> NextAsync<TCommand>()
        where TCommand : CanvasCommand
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        while (true)
        {
            try
            {
                if (await _commands.Reader.ReadAsync(patience.Token) is TCommand wanted) return wanted;
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"No {typeof(TCommand).Name} came. So far: {string.Join("; ", Commands)}");
            }
        }
    }

    private CanvasAnswer Do(CanvasCommand command)
    {
        if (!_keys.Add(command.Key)) return CanvasAnswer.Accepted;
        switch (command)
        {
            case MoveNodes move:
                Nodes = [.. Nodes.Select(
                    node => move.Nodes.Contains(node.Id) ? node with { X = node.X + move.Dx, Y = node.Y + move.Dy } : node)];
                break;
            case ConnectNodes connect:
                Edges = [.. Edges, new($"e{++_made}", connect.From, connect.Port, connect.To)];
                break;
            case ReconnectEdge again:
                Edges = [.. Edges.Select(
                    edge =>
                        edge.Id != again.Edge
                            ? edge
                            : again.End == EdgeEnd.To
                            ? edge with { To = again.Node }
                            : edge with { From = again.Node, Port = again.Port! })];
                break;
            case DeleteParts delete:
                Nodes = [.. Nodes.Where(node => !delete.Nodes.Contains(node.Id))];
                Edges = [.. Edges.Where(
                    edge => !delete.Edges.Contains(edge.Id) && !delete.Nodes.Contains(edge.From) && !delete.Nodes.Contains(edge.To))];
                break;
            case DropKind drop:
                Nodes =
                [
                    .. Nodes, new() { Id = $"new{++_made}", X = drop.At.X, Y = drop.At.Y, Kind = drop.Kind, Label = $"New {drop.Kind}" }
                ];
                break;
            default:
                return CanvasAnswer.Accepted;
        }

        Touch();
        return CanvasAnswer.Accepted;
    }
}
