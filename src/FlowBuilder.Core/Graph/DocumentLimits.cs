namespace FlowBuilder.Core.Graph;

/// <summary>How large the parts of a document may be. More nodes than <see cref="Nodes"/> are for the compiler to refuse.</summary>
public static class DocumentLimits
{
    public const int Title = 200;

    public const int Description = 4_000;

    public const int NoteText = 10_000;

    public const int Labels = 50;

    public const int Label = 60;

    /// <summary>Longest node id; a document with longer ones is a draft that cannot be published.</summary>
    public const int NodeId = 40;

    /// <summary>Longest node id or port name that can be read at all.</summary>
    public const int AnyName = 200;

    /// <summary>From this many nodes on a drawing is refused.</summary>
    public const int Nodes = 10_000;

    /// <summary>More nodes than this are advised against.</summary>
    public const int AdvisedNodes = 500;

    public const int References = 2_000;
}
