namespace FlowBuilder.Core.Plans;

/// <summary>A finding about a drawing, for its author.</summary>
/// <param name="Code">Stable kebab-case code, such as <c>no-trigger</c>.</param>
/// <param name="Severity">Errors block publishing; warnings are shown.</param>
/// <param name="Node">The node it is about, or null for the whole drawing.</param>
/// <param name="Field">The setting's JSON name, or null.</param>
/// <param name="Message">What is wrong and what to do, for a marketer.</param>
/// <param name="Fix">A fix that is certain, or null.</param>
public sealed record Diagnostic(string Code, Severity Severity, string? Node, string? Field, string Message, string? Fix = null);

/// <summary>How bad a <see cref="Diagnostic"/> is.</summary>
public enum Severity
{
    Warning,
    Error,
}
