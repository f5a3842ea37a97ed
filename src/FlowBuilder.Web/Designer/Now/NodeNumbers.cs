using FlowBuilder.Canvas;
using FlowBuilder.Core.Design;
using FlowBuilder.Core.Enrollments;
using FlowBuilder.Core.Graph;
using FlowBuilder.Runtime.Storage.Model;
using FlowBuilder.Web.Api.Sequences;

namespace FlowBuilder.Web.Designer.Now;

/// <summary>The numbers on a drawing: who stands on each step, who of them waits for approval, what failed there today, and how many went on by each of its ways today.</summary>
internal sealed class NodeNumbers
{
    /// <summary>Marks of a card's numbers beside the one at its corner.</summary>
    public const string Review = "review";
    public const string Failed = "failed";

    private readonly IReadOnlyDictionary<string, NodeCount> _standing;
    private readonly ILookup<string, StepTallyRow> _today;

    public NodeNumbers(IReadOnlyDictionary<string, NodeCount> standing, IEnumerable<StepTallyRow> today) => (_standing, _today) = (standing, today.ToLookup(tally => tally.Node));

    /// <summary>How many stand on each step; steps on which nobody stands are left out.</summary>
    public IReadOnlyDictionary<string, int> Inside => _standing.ToDictionary(node => node.Key, node => node.Value.Inside);

    /// <summary>What failed on a step today, or may have.</summary>
    public int FailedOn(string node) => _today[node].Where(tally => tally.Result is StepResult.Failed or StepResult.Unknown).Sum(tally => tally.Count);

    /// <summary>How many steps were done there today, whatever came of them.</summary>
    public int DoneOn(string node) => _today[node].Sum(tally => tally.Count);

    /// <summary>By the names the canvas knows them by. The canvas keeps a number that is not named: what is nought is named too.</summary>
    public IReadOnlyDictionary<string, int> For(SequenceDocument document)
    {
        var numbers = new Dictionary<string, int>();
        foreach (var node in document.Nodes)
        {
            var standing = _standing.GetValueOrDefault(node.Id);
            numbers[node.Id] = standing.Inside;
            numbers[CanvasCounts.Mark(node.Id, Review)] = standing.InReview;
            numbers[CanvasCounts.Mark(node.Id, Failed)] = FailedOn(node.Id);
            foreach (var port in Ports.Of(node)) numbers[CanvasCounts.Out(node.Id, port)] = _today[node.Id].Where(tally => tally.Port == port || (tally.Port.Length == 0 && port == Ports.Out)).Sum(tally => tally.Count);
        }

        return numbers;
    }
}
