namespace FlowBuilder.Canvas;

/// <summary>
/// A node as it is drawn. Derive from it to give a template more to draw: whatever the template shows must be part of the record, because a
/// node is drawn anew only when its record is another one.
/// </summary>
public record CanvasNode
{
    /// <summary>Width of a node that says nothing else, in pixels at zoom 1.</summary>
    public const double UsualWidth = 240;

    /// <summary>Height of a node that says nothing else, in pixels at zoom 1.</summary>
    public const double UsualHeight = 80;

    private static readonly IReadOnlyList<CanvasPort> OneWayOut = [new("out")];

    /// <summary>Unique in the drawing.</summary>
    public required string Id { get; init; }

    /// <summary>Left edge.</summary>
    public required double X { get; init; }

    /// <summary>Top edge.</summary>
    public required double Y { get; init; }

    /// <summary>A multiple of twice the grid keeps ports on the grid.</summary>
    public double Width { get; init; } = UsualWidth;

    /// <summary>Fixed, whatever the template draws: edges are computed from it.</summary>
    public double Height { get; init; } = UsualHeight;

    /// <summary>What style sheets, the minimap and <see cref="CanvasRefusal"/> know it by, such as <c>action</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its title: drawn by the built-in template, spoken by screen readers, written into pictures.</summary>
    public required string Label { get; init; }

    /// <summary>One sentence below the title.</summary>
    public string? Detail { get; init; }

    /// <summary>Whether edges may enter, at the top centre.</summary>
    public bool HasInput { get; init; } = true;

    /// <summary>Ways out along the bottom, left to right.</summary>
    public IReadOnlyList<CanvasPort> Outputs { get; init; } = OneWayOut;

    /// <summary>What is wrong with it, in words; shown at a marker and spoken.</summary>
    public string? Problem { get; init; }

    /// <summary>How serious <see cref="Problem"/> is.</summary>
    public CanvasMark Mark { get; init; } = CanvasMark.Error;

    /// <summary>How it stands out: <c>lit</c>, <c>dim</c> or a word of your own style sheet (<c>data-tone</c>).</summary>
    public string? Tone { get; init; }

    /// <summary>Ports are compared one by one, so that a list made anew does not draw the node anew.</summary>
    public virtual bool Equals(CanvasNode? other) =>
        ReferenceEquals(this, other)
        || (other is not null && EqualityContract == other.EqualityContract
            && Id == other.Id && X.Equals(other.X) && Y.Equals(other.Y) && Width.Equals(other.Width) && Height.Equals(other.Height)
            && Kind == other.Kind && Label == other.Label && Detail == other.Detail && HasInput == other.HasInput
            && Problem == other.Problem && Mark == other.Mark && Tone == other.Tone && Outputs.SequenceEqual(other.Outputs));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, X, Y, Label, Detail);
}
