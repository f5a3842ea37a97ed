using System.Collections.Immutable;
using FlowBuilder.Core.Authoring.Commands.Nodes;
using FlowBuilder.Core.Authoring.Commands.Settings;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Core.Authoring.Fixing;

/// <summary>What mends a finding of the compiler, where that is certain. Where several things could
/// be meant, none is offered but deleting what is in the way.</summary>
public static class Fixes
{
    /// <summary>The fixes of a finding, the best first; none where it takes a person's judgement.</summary>
    /// <param name="document">The draft that was compiled.</param>
    /// <param name="finding">What was found.</param>
    /// <param name="steps">The catalogue.</param>
    /// <param name="names">What the marketer calls things.</param>
    public static ImmutableArray<DesignFix> Of(SequenceDocument document, Diagnostic finding, StepJson steps, Names? names = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(steps);
        names ??= Names.Unknown;
        var node = document.Nodes.FirstOrDefault(known => known.Id == finding.Node);
        return finding.Code switch
        {
            "unreachable-node" when node is not null =>
                [.. LooseSteps.Before(document, steps, node, names), Remove("Delete this step", node)],
            "leads-nowhere" when node is not null => [.. LooseSteps.Behind(document, steps, node, names)],
            "empty-and" when node is not null && finding.Severity == Severity.Error => [.. LooseSteps.Before(document, steps, node, names)],
            "empty-and" or "empty-or" when node is not null && finding.Severity == Severity.Warning =>
                [Remove($"Delete this {NodeKinds.Of(node.Kind).Title}", node)],
            "dangling-edge" or "note-with-edges" or "ill-typed-edge" or "wrong-port" or "two-edges-from-port" =>
                [.. WrongEdges(document, finding)],
            "pass-limit" => [new DesignFix(
                $"Set it to {new SequenceSettings().MaxPasses}",
                new ChangeSettings("Times around a loop", document.Settings with { MaxPasses = new SequenceSettings().MaxPasses }))],
            "unknown-template" when node is not null
                && finding.Fix is { } key => [new DesignFix(
                    $"Use {names.Template(key)}", new ChangeSetting(node.Id, "template", System.Text.Json.JsonSerializer.Serialize(key)))],
            "near-duplicate-tag" when node is not null && finding.Fix is { } tag => [new DesignFix($"Use “{tag}”", new RespellTag(tag))],
            "claims-sent" when node is not null && finding.Fix is { } message => [.. AskingFirst.Before(document, steps, node, message)],
            _ => [],
        };
    }

    private static DesignFix Remove(string word, Node node) => new(word, new Delete([node.Id], Bridge: true));

    private static IEnumerable<DesignFix> WrongEdges(SequenceDocument document, Diagnostic finding)
    {
        var edges = Fixing.WrongEdges.Of(document, finding);
        if (edges.Length > 0)
            yield return new DesignFix(
                edges.Length == 1 ? "Delete the connection" : $"Delete {edges.Length} connections", new Delete([], edges));
    }
}
