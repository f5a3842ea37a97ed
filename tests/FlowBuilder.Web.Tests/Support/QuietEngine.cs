using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Web.Tests.Support;

/// <summary>An engine with nothing to do; its progress can be set.</summary>
public sealed class QuietEngine : IEngine
{
    public EngineProgress Progress { get; set; } = new(null, 0, null, 4, 4, 0, 0, 0);

    public ValueTask<EngineProgress> ReadProgressAsync(CancellationToken cancellation) => new(Progress);

    public Task<TurnAnswer> AskAsync(CompanyId company, CustomerId customer, TurnInput input, CancellationToken cancellation) =>
        Task.FromResult(TurnAnswer.Ok);

    public Task RefreshAsync(CompanyId company, CancellationToken cancellation) => Task.CompletedTask;

    public Task AskEveryoneAsync(CompanyId company, TurnInput input, CancellationToken cancellation) => Task.CompletedTask;

    public Task DrainAsync(CancellationToken cancellation) => Task.CompletedTask;
}
