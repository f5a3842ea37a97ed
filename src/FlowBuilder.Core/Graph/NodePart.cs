namespace FlowBuilder.Core.Graph;

/// <summary>The parts of a drawing.</summary>
public enum NodePart
{
    /// <summary>Who enters.</summary>
    Entry,

    /// <summary>What is done for them.</summary>
    Flow,

    /// <summary>What ends it, and what is still done then.</summary>
    Stop,

    /// <summary>For people only.</summary>
    Note,
}
