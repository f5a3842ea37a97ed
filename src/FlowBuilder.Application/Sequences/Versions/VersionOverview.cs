namespace FlowBuilder.Application.Sequences.Versions;

/// <summary>A published edition in the list of versions.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="PublishedAt">When.</param>
/// <param name="PublishedBy">Who.</param>
/// <param name="Inside">Customers whose run is on this version and not over.</param>
public sealed record VersionOverview(int Number, DateTimeOffset PublishedAt, string PublishedBy, int Inside);
