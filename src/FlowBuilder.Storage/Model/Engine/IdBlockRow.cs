namespace FlowBuilder.Storage.Model.Engine;

/// <summary>The next number nobody has reserved yet. Table <c>id_blocks</c>.</summary>
public sealed class IdBlockRow
{
    public string Name { get; set; } = "";

    public long Next { get; set; }
}
