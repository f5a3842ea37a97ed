namespace FlowBuilder.Storage.Model.Engine;

/// <summary>How far a partition's work stands, and its fencing token. Table <c>partitions</c>.</summary>
public sealed class PartitionRow
{
    public int Partition { get; set; }

    public long Fence { get; set; }

    public long DoneThrough { get; set; }
}
