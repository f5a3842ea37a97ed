namespace FlowBuilder.Application.Runs;

/// <summary>Tells whether a run is still as it was: cheap to read, other when anything of it is.</summary>
/// <param name="Standing">Where it stands.</param>
/// <param name="LastStep">Number of the last step that was done.</param>
/// <param name="Messages">What its messages are at.</param>
public sealed record RunMark(string Standing, long? LastStep, string Messages);
