namespace FlowBuilder.Application.Sequences.Versions;

/// <summary>A published edition.</summary>
public sealed record VersionView(int Version, string PlanHash, DateTimeOffset PublishedAt, string PublishedBy);
