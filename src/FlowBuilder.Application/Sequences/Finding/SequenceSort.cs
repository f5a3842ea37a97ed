namespace FlowBuilder.Application.Sequences.Finding;

/// <summary>Orders of the list.</summary>
public enum SequenceSort
{
    /// <summary>Newest change first.</summary>
    Updated,

    /// <summary>By title.</summary>
    Title,

    /// <summary>Drafts, then live, paused and archived ones; newest change first.</summary>
    State,
}
