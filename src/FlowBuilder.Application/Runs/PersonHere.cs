namespace FlowBuilder.Application.Runs;

/// <summary>Somebody who stands on a step.</summary>
/// <param name="Line">The run.</param>
/// <param name="Since">Since when on this step.</param>
public sealed record PersonHere(RunLine Line, DateTimeOffset Since);
