using FlowBuilder.Core.Model.Access;

namespace FlowBuilder.Web.Auth.Access;

/// <summary>A screen's handler ran for somebody without the right; most often the right was taken away while the screen was open.</summary>
public sealed class NotAllowedException : Exception
{
    public NotAllowedException()
    {
    }

    public NotAllowedException(string message)
        : base(message)
    {
    }

    public NotAllowedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal NotAllowedException(Right right)
        : this($"The right {right} is missing.")
    {
    }
}
