namespace FlowBuilder.Runtime.Time;

/// <summary>Keeps the QA clock's offset over restarts.</summary>
public interface IQaClockStore
{
    TimeSpan ReadOffset();

    Task WriteOffsetAsync(TimeSpan offset, CancellationToken cancellation);
}
