using FlowBuilder.Storage.Ports;

namespace FlowBuilder.Storage.Sqlite.Writer;

/// <summary>Something to be written whole or not at all. It may be run again from the start when its group was rolled back.</summary>
internal abstract class WriteUnit
{
    /// <summary>Whether whoever asked has gone before the work began.</summary>
    public abstract bool IsCancelled { get; }

    /// <summary>Writes inside the open transaction. Throws <see cref="StaleFenceException"/> only before it has written anything.</summary>
    public abstract void Write(WriteOperations operations);

    /// <summary>The transaction is durable.</summary>
    public abstract void Succeed();

    /// <summary>Nothing of this unit was written.</summary>
    public abstract void Fail(Exception problem);

    /// <summary>Nothing of this unit was written, because nobody wants it any more.</summary>
    public abstract void Cancel();
}

/// <summary>A unit with an answer.</summary>
internal sealed class WriteUnit<T>(Func<WriteOperations, T> write, CancellationToken cancellation) : WriteUnit
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _answer = default!;

    public Task<T> Done => _done.Task;

    public override bool IsCancelled => cancellation.IsCancellationRequested;

    public override void Write(WriteOperations operations) => _answer = write(operations);

    public override void Succeed() => _done.TrySetResult(_answer);

    public override void Fail(Exception problem) => _done.TrySetException(problem);

    public override void Cancel() => _done.TrySetCanceled(cancellation);
}
