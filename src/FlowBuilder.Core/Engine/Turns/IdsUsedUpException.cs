namespace FlowBuilder.Core.Engine.Turns;

/// <summary>A turn needed more ids than it was given. A turn changes nothing outside its answer, so it is taken again with more.</summary>
public sealed class IdsUsedUpException : Exception
{
    public IdsUsedUpException()
    {
    }

    public IdsUsedUpException(string message)
        : base(message)
    {
    }

    public IdsUsedUpException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
