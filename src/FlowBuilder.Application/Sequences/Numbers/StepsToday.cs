using FlowBuilder.Core.Authoring.Drafts;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Storage.Model.Enrollments;

namespace FlowBuilder.Application.Sequences.Numbers;

/// <summary>What was done on the steps of a sequence today.</summary>
public sealed class StepsToday
{
    private readonly ILookup<string, StepTallyRow> _tallies;

    internal StepsToday(IEnumerable<StepTallyRow> tallies) => _tallies = tallies.ToLookup(tally => tally.Node);

    /// <summary>How many steps were done on a node, whatever came of them.</summary>
    public int DoneOn(string node) => _tallies[node].Sum(tally => tally.Count);

    /// <summary>What failed there, or may have.</summary>
    public int FailedOn(string node) =>
        _tallies[node].Where(tally => tally.Result is StepResult.Failed or StepResult.Unknown).Sum(tally => tally.Count);

    /// <summary>How many went on by one of its ways.</summary>
    public int Along(string node, string port) =>
        _tallies[node].Where(tally => tally.Port == port || (tally.Port.Length == 0 && port == Ports.Out)).Sum(tally => tally.Count);
}
