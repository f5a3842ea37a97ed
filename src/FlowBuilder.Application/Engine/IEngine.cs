using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Engine;

/// <summary>The way to move a customer from outside the pumps: API, screens, channels.</summary>
public interface IEngine
{
    /// <summary>Puts an input into the customer's partition and answers when its turn is committed.</summary>
    /// <returns><see cref="TurnAnswer.Refused"/> with <see cref="Refusal.NotFound"/> when the company has no such customer.</returns>
    Task<TurnAnswer> AskAsync(CompanyId company, CustomerId customer, TurnInput input, CancellationToken cancellation);

    /// <summary>Plans, company settings or templates have changed in the database: read them again before the next turn.</summary>
    Task RefreshAsync(CompanyId company, CancellationToken cancellation);

    /// <summary>Lets every customer of a company take a turn with this input, in the background (resume, publish, subscription).</summary>
    Task AskEveryoneAsync(CompanyId company, TurnInput input, CancellationToken cancellation);

    /// <summary>Answers when all that is due now has been worked off: inbox, runs, moments,
    /// messages handed to channels and answered.</summary>
    Task DrainAsync(CancellationToken cancellation);

    /// <summary>How the work stands, for health and the status page.</summary>
    ValueTask<EngineProgress> ReadProgressAsync(CancellationToken cancellation);
}

/// <summary>Progress, not just life.</summary>
/// <param name="OldestUnclaimed">Arrival or due time of the oldest thing that waits for a pump
/// although it could go; null when there is none. Messages do not count.</param>
/// <param name="Waiting">Things that wait for a pump, messages included.</param>
/// <param name="LastCommit">System time of the last commit; null before the first.</param>
/// <param name="PumpsRunning">Pumps that hold their partition.</param>
/// <param name="Partitions">Partitions there are.</param>
/// <param name="TurnsTaken">Turns since start.</param>
/// <param name="StepsDone">Step runs since start.</param>
/// <param name="Commits">Commits since start.</param>
/// <param name="OldestMessage">Due time of the oldest message that could go and waits for a place
/// at its provider; null when there is none.</param>
public sealed record EngineProgress(
    DateTimeOffset? OldestUnclaimed, int Waiting, DateTimeOffset? LastCommit, int PumpsRunning, int Partitions, long TurnsTaken,
    long StepsDone, long Commits, DateTimeOffset? OldestMessage = null);
