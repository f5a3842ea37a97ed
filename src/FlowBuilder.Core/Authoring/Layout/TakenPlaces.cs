namespace FlowBuilder.Core.Authoring.Layout;

/// <summary>Where something stands already, by squares of the canvas, so that asking about a place looks at its neighbours only.</summary>
internal sealed class TakenPlaces
{
    private readonly Dictionary<(long X, long Y), List<Box>> _squares = [];
    private readonly Dictionary<Box, double> _below = [];
    private readonly double _side;

    public TakenPlaces(IEnumerable<Box> boxes, LayoutOptions options)
    {
        _side = Math.Max(options.NodeWidth, options.NodeHeight);
        foreach (var box in boxes) Add(box);
    }

    /// <summary>How many boxes were looked at.</summary>
    public long LookedAt { get; private set; }

    /// <summary>Takes a place.</summary>
    public void Add(Box box)
    {
        foreach (var square in SquaresOf(box))
        {
            if (!_squares.TryGetValue(square, out var boxes)) _squares.Add(square, boxes = []);
            boxes.Add(box);
        }
    }

    /// <summary>Whether nothing stands there.</summary>
    public bool IsFree(Box box) => !Over(box).Any();

    /// <summary>The first free place straight below, to be taken next. Where an earlier search from the same
    /// box ended is remembered, so that a pile of boxes is not gone down again for each new one.</summary>
    /// <param name="box">Where the search begins.</param>
    /// <param name="gap">Kept from what stands above.</param>
    public Box FreeBelow(Box box, double gap)
    {
        var passed = new List<Box>();
        while (Over(box).ToArray() is { Length: > 0 } over)
        {
            passed.AddRange(over);
            box = box with { Y = over.Max(other => _below.GetValueOrDefault(other, other.Bottom + gap)) };
        }

        foreach (var other in passed) _below[other] = box.Bottom + gap;
        return box;
    }

    private IEnumerable<Box> Over(Box box)
    {
        foreach (var square in SquaresOf(box))
            foreach (var other in _squares.GetValueOrDefault(square) ?? [])
            {
                LookedAt++;
                if (other.Overlaps(box)) yield return other;
            }
    }

    private IEnumerable<(long X, long Y)> SquaresOf(Box box)
    {
        for (var x = (long)Math.Floor(box.X / _side); x <= (long)Math.Floor(box.Right / _side); x++)
            for (var y = (long)Math.Floor(box.Y / _side); y <= (long)Math.Floor(box.Bottom / _side); y++)
                yield return (x, y);
    }
}
