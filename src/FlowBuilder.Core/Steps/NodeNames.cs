using FlowBuilder.Core.Model.Companies;

namespace FlowBuilder.Core.Steps;

/// <summary>The words of a company, and of the steps of one drawing or plan: a condition that names
/// another step names it by what that step does.</summary>
/// <param name="others">What the company calls things.</param>
/// <param name="find">The step of a node; null when there is none.</param>
public sealed class NodeNames(Names others, Func<string, Step?> find) : Names
{
    /// <summary>The words of a drawing or plan as it is now; its steps are looked through once, when the first of them is named.</summary>
    /// <param name="others">What the company calls things.</param>
    /// <param name="steps">The nodes' ids with their steps; of two with one id the first counts.</param>
    public static NodeNames Of(Names others, IEnumerable<(string Node, Step? Step)> steps)
    {
        var known = new Lazy<Dictionary<string, Step?>>(() =>
        {
            var byNode = new Dictionary<string, Step?>(StringComparer.Ordinal);
            foreach (var (node, step) in steps) byNode.TryAdd(node, step);
            return byNode;
        });
        return new NodeNames(others, node => known.Value.GetValueOrDefault(node));
    }

    /// <inheritdoc />
    public override string Template(string? key) => others.Template(key);

    /// <inheritdoc />
    public override string Sequence(string? id) => others.Sequence(id);

    /// <inheritdoc />
    public override string Recipient(Recipient? to) => others.Recipient(to);

    // The step's own words do not name steps again: a message names none.
    /// <inheritdoc />
    public override string Node(string? id) =>
        id is not null && find(id) is { } step ? $"the step “{step.Sentence(others)}”" : others.Node(id);
}
