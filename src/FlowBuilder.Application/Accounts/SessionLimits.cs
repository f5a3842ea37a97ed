namespace FlowBuilder.Application.Accounts;

/// <summary>How long people stay signed in.</summary>
/// <param name="Longest">However often a browser is used, after so long it is asked to sign in again. Default 30 days.</param>
public sealed record SessionLimits(TimeSpan Longest);
