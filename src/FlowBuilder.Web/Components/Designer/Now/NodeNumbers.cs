using FlowBuilder.Application.Sequences.Numbers;
using FlowBuilder.Canvas;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;

namespace FlowBuilder.Web.Components.Designer.Now;

/// <summary>The numbers on a drawing: who stands on each step, who of them waits for approval, what
/// failed there today, and how many went on by each of its ways today.</summary>
internal sealed class NodeNumbers(SequenceNumbers numbers)
{
    /// <summary>Marks of a card's numbers beside the one at its corner.</summary>
    public const string Review = "review";
    public const string Failed = "failed";

    /// <summary>What was done today.</summary>
    public StepsToday Today => numbers.Today;

    /// <summary>How many stand on each step; steps on which nobody stands are left out.</summary>
    public IReadOnlyDictionary<string, int> Inside => numbers.Standing.ToDictionary(node => node.Key, node => node.Value.Inside);

    /// <summary>By the names the canvas knows them by. The canvas keeps a number that is not named: what is nought is named too.</summary>
    public IReadOnlyDictionary<string, int> For(SequenceDocument document)
    {
        var named = new Dictionary<string, int>();
        foreach (var node in document.Nodes)
        {
            var here = numbers.Standing.GetValueOrDefault(node.Id);
            named[node.Id] = here.Inside;
            named[CanvasCounts.Mark(node.Id, Review)] = here.InReview;
            named[CanvasCounts.Mark(node.Id, Failed)] = numbers.Today.FailedOn(node.Id);
            foreach (var port in Ports.Of(node)) named[CanvasCounts.Out(node.Id, port)] = numbers.Today.Along(node.Id, port);
        }

        return named;
    }
}
