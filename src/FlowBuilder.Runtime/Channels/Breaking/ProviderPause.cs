namespace FlowBuilder.Runtime.Channels.Breaking;

/// <summary>A provider that is left alone for a while.</summary>
/// <param name="Wait">How long still, by the system clock.</param>
/// <param name="Because">For a marketer.</param>
public sealed record ProviderPause(TimeSpan Wait, string Because);
