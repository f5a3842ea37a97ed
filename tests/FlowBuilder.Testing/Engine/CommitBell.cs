using FlowBuilder.Runtime.Progress;
using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Testing.Engine;

/// <summary>Rings at each commit, so that a test waits for what happens instead of for time to pass.</summary>
internal sealed class CommitBell : IProgressListener
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done at the next commit. Take it before looking, so that none is missed.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Committed(TurnBatch batch) =>
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
