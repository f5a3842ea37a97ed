using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Runs;

/// <summary>Which runs of a sequence moved last on this node: only a hint where to look.</summary>
public interface IRecentRuns
{
    /// <summary>The numbers of those runs, each once, in no order.</summary>
    IReadOnlyCollection<long> Of(CompanyId company, SequenceId sequence);
}
