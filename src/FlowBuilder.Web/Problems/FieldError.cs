namespace FlowBuilder.Web.Problems;

/// <summary>What is wrong with one field of a call.</summary>
/// <param name="Field">Path as the caller wrote it, such as <c>batch[3].userId</c>; <c>$</c> for the body as a whole.</param>
/// <param name="Code">Stable kebab-case code, such as <c>required</c> or <c>wrong-type</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record FieldError(string Field, string Code, string Message);
