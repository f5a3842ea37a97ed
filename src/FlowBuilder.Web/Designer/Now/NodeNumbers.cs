using FlowBuilder.Canvas;
using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Graph;
using FlowBuilder.Web.Api.Sequences;

namespace FlowBuilder.Web.Designer.Now;

/// <summary>The numbers on a drawing: who stands on each step, who of them waits for approval, what failed there today, and how many went on by each of its ways today.</summary>
internal sealed class NodeNumbers(IReadOnlyDictionary<string, NodeCount> standing, StepsToday today)
{
    /// <summary>Marks of a card's numbers beside the one at its corner.</summary>
    public const string Review = "review";
    public const string Failed = "failed";

    /// <summary>What was done today.</summary>
    public StepsToday Today => today;

    /// <summary>How many stand on each step; steps on which nobody stands are left out.</summary>
    public IReadOnlyDictionary<string, int> Inside => standing.ToDictionary(node => node.Key, node => node.Value.Inside);

    /// <summary>By the names the canvas knows them by. The canvas keeps a number that is not named: what is nought is named too.</summary>
    public IReadOnlyDictionary<string, int> For(SequenceDocument document)
    {
        var numbers = new Dictionary<string, int>();
        foreach (var node in document.Nodes)
        {
            var here = standing.GetValueOrDefault(node.Id);
            numbers[node.Id] = here.Inside;
            numbers[CanvasCounts.Mark(node.Id, Review)] = here.InReview;
            numbers[CanvasCounts.Mark(node.Id, Failed)] = today.FailedOn(node.Id);
            foreach (var port in Ports.Of(node)) numbers[CanvasCounts.Out(node.Id, port)] = today.Along(node.Id, port);
        }

        return numbers;
    }
}
