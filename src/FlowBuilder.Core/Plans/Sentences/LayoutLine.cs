namespace FlowBuilder.Core.Plans.Sentences;

/// <summary>One line of the step part before it has words. A closed set.</summary>
internal abstract record LayoutLine(int Indent)
{
    /// <summary>A step, at the one place where it is said.</summary>
    public sealed record Says(int Indent, int Step, bool HasBranches) : LayoutLine(Indent);

    /// <summary>A way out of a step with several. <paramref name="Leads"/>: where to, when nothing stands under it.</summary>
    public sealed record Branch(int Indent, int From, string Port, int? Leads) : LayoutLine(Indent);

    /// <summary>What follows is said elsewhere.</summary>
    public sealed record Goes(int Indent, int From, int? Leads) : LayoutLine(Indent);
}
