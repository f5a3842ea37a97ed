using FlowBuilder.Web.Components.Designer.Canvas;

namespace FlowBuilder.Web.Components.Designer.Search;

/// <summary>A step that a search has found.</summary>
/// <param name="Card">As it is drawn.</param>
/// <param name="Words">Its sentence, or the note's text, in full.</param>
public sealed record FoundStep(StepCard Card, string Words);
