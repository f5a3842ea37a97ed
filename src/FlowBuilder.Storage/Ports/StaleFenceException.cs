namespace FlowBuilder.Storage.Ports;

/// <summary>A commit came under an old fencing token: a newer pump has the partition. Nothing was written.</summary>
public sealed class StaleFenceException : Exception
{
    public StaleFenceException()
    {
    }

    public StaleFenceException(string message)
        : base(message)
    {
    }

    public StaleFenceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>For the partition whose token is too old.</summary>
    public static StaleFenceException For(int partition, long fence) =>
        new($"Partition {partition} was taken by a newer pump; token {fence} is void.");
}
