using Microsoft.AspNetCore.SignalR;

namespace FlowBuilder.Web.Live;

/// <summary>A call of the hub was refused; the message is for the developer who calls.</summary>
public sealed class LiveRefusedException : HubException
{
    public LiveRefusedException()
    {
    }

    public LiveRefusedException(string message)
        : base(message)
    {
    }

    public LiveRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
