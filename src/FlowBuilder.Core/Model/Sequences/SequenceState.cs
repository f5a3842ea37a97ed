namespace FlowBuilder.Core.Model.Sequences;

/// <summary>What a sequence is at. Draft -> Live (publish) -> Paused (pause) -> Live (resume); Live
/// or Paused -> Archived. Numbers are stored.</summary>
public enum SequenceState
{
    /// <summary>Never published.</summary>
    Draft = 0,

    /// <summary>Customers enter and move.</summary>
    Live = 1,

    /// <summary>Everybody is held in place; entries are refused.</summary>
    Paused = 2,

    /// <summary>Nobody enters any more; history stays.</summary>
    Archived = 3,
}
