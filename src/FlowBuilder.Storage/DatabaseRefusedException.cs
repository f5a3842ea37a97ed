namespace FlowBuilder.Storage;

/// <summary>The program cannot start on the configured database; the message says why and what to do, for whoever set it up.</summary>
public sealed class DatabaseRefusedException : Exception
{
    public DatabaseRefusedException()
    {
    }

    public DatabaseRefusedException(string message)
        : base(message)
    {
    }

    public DatabaseRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
