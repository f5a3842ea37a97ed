namespace FlowBuilder.Core.Steps.Settings;

/// <summary>Something wrong with one setting of a step.</summary>
/// <param name="Field">The setting's JSON name.</param>
/// <param name="Message">What is wrong and what to do, for a marketer.</param>
/// <param name="IsError">False for advice that does not block publishing.</param>
public readonly record struct SettingFinding(string Field, string Message, bool IsError = true);
