namespace FlowBuilder.Web.Api.Suppressions;

/// <summary>What became of a list of addresses.</summary>
/// <param name="Imported">How many are not written to from now on.</param>
internal sealed record SuppressionsTaken(int Imported);
