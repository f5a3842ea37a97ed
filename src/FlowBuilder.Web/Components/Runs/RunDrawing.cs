using System.Collections.Immutable;
using FlowBuilder.Application.Runs;
using FlowBuilder.Canvas;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Steps;
using FlowBuilder.Core.Steps.Catalogue;
using FlowBuilder.Web.Components.Designer.Canvas;

namespace FlowBuilder.Web.Components.Runs;

/// <summary>Lights the path of a run on the drawing of its version. What is said by colour is said
/// by a marker too, which is spoken.</summary>
internal static class RunDrawing
{
    private const string Done = "lit";
    private const string Here = "here";
    private const string Failed = "failed";
    private const string Skipped = "skipped";
    private const string NotReached = "dim";

    /// <summary>The cards.</summary>
    /// <param name="document">The version's drawing.</param>
    /// <param name="steps">Titles and icons.</param>
    /// <param name="names">What the company calls things.</param>
    /// <param name="way">The nodes it came in by, and the Stop When that ended it.</param>
    /// <param name="done">What was done.</param>
    /// <param name="standing">Where it stands; null once it has ended.</param>
    public static IReadOnlyList<StepCard> Cards(
        SequenceDocument document, StepCatalog steps, Names names, IReadOnlyCollection<string> way, ImmutableArray<RunStep> done,
        string? standing)
    {
        var last = done.GroupBy(step => step.Node).ToDictionary(group => group.Key, group => group.Last());
        var tones = document.Nodes.ToDictionary(
            node => node.Id,
            node =>
                node.Id == standing
                    ? Here
                    : last.TryGetValue(node.Id, out var step)
                    ? ToneOf(step.Result)
                    : way.Contains(node.Id)
                    ? Done
                    : NotReached);
        return [.. SequenceCanvas
            .Nodes(document, steps, names, [], tones)
            .Select(card => Marked(card, tones[card.Id], last.GetValueOrDefault(card.Id)))];
    }

    /// <summary>The lines; those it went along are lit.</summary>
    public static IReadOnlyList<CanvasEdge> Edges(
        SequenceDocument document, IReadOnlyCollection<string> way, ImmutableArray<RunStep> done, string? standing)
    {
        var places = done.Select(step => step.Node).Append(standing).ToArray();
        var lit = document.Edges.Where(edge => way.Contains(edge.From) ? way.Contains(edge.To) || places.Contains(edge.To)
            : done.Where(
                (step, at) =>
                    step.Node == edge.From && places[at + 1] == edge.To && (step.Port is null || step.Port == Ports.Of(edge))).Any());
        return SequenceCanvas.Edges(document, lit.ToHashSet());
    }

    private static string ToneOf(StepResult result) => result switch
    {
        StepResult.Failed or StepResult.Unknown => Failed,
        StepResult.Skipped or StepResult.Cancelled => Skipped,
        StepResult.Done or StepResult.TimedOut => Done,
    };

    private static StepCard Marked(StepCard card, string tone, RunStep? step) => tone switch
    {
        Here => card with { Problem = "The customer is here.", Mark = CanvasMark.Hint },
        Failed => card with { Problem = Because(step, "It failed."), Mark = CanvasMark.Error },
        Skipped => card with { Problem = Because(step, "It was skipped."), Mark = CanvasMark.Warning },
        _ => card,
    };

    private static string Because(RunStep? step, string otherwise) => step is { Because: { Length: > 0 } because } ? because : otherwise;
}
