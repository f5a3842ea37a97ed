namespace FlowBuilder.Web.Api.Messages;

/// <summary>What a person says of a message.</summary>
internal sealed record ResolveRequest
{
    /// <summary>sent (it did arrive), resend, or dropped.</summary>
    public string? As { get; init; }
}
