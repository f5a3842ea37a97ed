namespace FlowBuilder.Application.Sequences.Answers;

/// <summary>Whether a sequence has a password, after that was to be changed.</summary>
/// <param name="HasPassword">As it is now.</param>
public sealed record SequenceProtection(bool HasPassword);
