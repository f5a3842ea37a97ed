using FlowBuilder.Core.Steps.Settings;

namespace FlowBuilder.Core.Plans.Drawings;

/// <summary>What lies around a drawing when it is compiled. Whatever is null is not known and not checked.</summary>
public sealed record CompileContext
{
    /// <summary>Knows nothing: only the drawing itself is checked.</summary>
    public static CompileContext Unknown { get; } = new();

    /// <summary>The company's templates: key to the title shown.</summary>
    public IReadOnlyDictionary<string, string>? Templates { get; init; }

    /// <summary>The company's sequences: id (<c>D</c> form) to title.</summary>
    public IReadOnlyDictionary<string, string>? Sequences { get; init; }

    /// <summary>The company's people: id, as in <c>user:ID</c>, to email (empty when there is none).</summary>
    public IReadOnlyDictionary<string, string>? People { get; init; }

    /// <summary>Tags that customers have; where known, a new tag that looks like one of them is spoken of.</summary>
    public IReadOnlyCollection<string>? Tags { get; init; }

    /// <summary>What is wrong with a text with merge fields that stands in a step itself, for one compilation; null: nothing is.</summary>
    public Func<string, TextPlace, TextFault?>? JudgeText { get; init; }

    /// <summary>The product clock; advice about moments that have passed needs it.</summary>
    public DateTimeOffset? Now { get; init; }
}
