namespace FlowBuilder.Runtime.Pump;

/// <summary>Settings under <c>Engine</c>.</summary>
public sealed class EngineOptions
{
    public const string Section = "Engine";

    /// <summary>How many shares the customers are divided into, 1 to 64; fixed once the database exists. Default 4.</summary>
    public int Partitions { get; set; } = 4;
}
