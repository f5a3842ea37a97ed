namespace FlowBuilder.Storage.Ports;

/// <summary>Who holds a partition, how far its work stands, and until when the program worked. Thread-safe.</summary>
public interface IPartitionStore
{
    /// <summary>Raises a partition's fencing token and answers with where its work stands. Every
    /// commit under an older token is refused from then on.</summary>
    Task<PartitionStart> TakeAsync(int partition, CancellationToken cancellation);

    /// <summary>What waits for a pump although it could go at <paramref name="now"/>: for health.</summary>
    ValueTask<Standing> ReadStandingAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Until when the program last worked, on the product clock; null on first start.</summary>
    ValueTask<DateTimeOffset?> ReadLastWorkedAsync(CancellationToken cancellation);

    /// <summary>Notes that the program works at this product time; called every half minute and at the stop.</summary>
    Task NoteWorkingAsync(DateTimeOffset now, CancellationToken cancellation);
}
