namespace FlowBuilder.Core.Steps.Json;

/// <summary>Something in a JSON text that cannot be taken as it stands.</summary>
/// <param name="Field">Where, such as <c>nodes[3].step.duration</c>; empty for the whole text.</param>
/// <param name="Code">Stable kebab-case code, such as <c>wrong-type</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record FieldError(string Field, string Code, string Message);
