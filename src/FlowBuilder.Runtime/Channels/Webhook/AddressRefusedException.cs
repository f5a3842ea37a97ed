namespace FlowBuilder.Runtime.Channels.Webhook;

/// <summary>A webhook's host leads to an address that may not be called.</summary>
public sealed class AddressRefusedException : IOException
{
    public AddressRefusedException()
    {
    }

    public AddressRefusedException(string message)
        : base(message)
    {
    }

    public AddressRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
