namespace FlowBuilder.Core.Plans.Drawings;

/// <summary>A sound edge of a drawing, nodes by index.</summary>
internal readonly record struct Link(int From, string Port, int To);
