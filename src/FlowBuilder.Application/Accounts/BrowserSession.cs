namespace FlowBuilder.Application.Accounts;

/// <summary>A browser that is signed in.</summary>
/// <param name="Id">As its cookie carries it.</param>
/// <param name="Device">What the browser says it is.</param>
/// <param name="Address">From where it signed in; null when that is not known.</param>
/// <param name="CreatedAt">When it signed in.</param>
/// <param name="LastSeenAt">To the minute.</param>
public sealed record BrowserSession(Guid Id, string Device, string? Address, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt);
