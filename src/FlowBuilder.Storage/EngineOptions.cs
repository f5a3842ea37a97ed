using FlowBuilder.Core.Engine.Turns;

namespace FlowBuilder.Storage;

/// <summary>Settings under <c>Engine</c>.</summary>
public sealed class EngineOptions
{
    public const string Section = "Engine";

    /// <summary>The most shares there can be.</summary>
    public const int MostPartitions = 64;

    /// <summary>The most steps a turn may do.</summary>
    public const int MostSteps = 1_000;

    /// <summary>How many shares the customers are divided into, 1 to 64; fixed once the database exists. Default 4.</summary>
    public int Partitions { get; set; } = 4;

    /// <summary>
    /// How many steps a customer's runs do in one turn and commit, 1 to 1,000. Default 200. With 1 (<i>strict</i>) every step is durable
    /// before the customer's next begins.
    /// </summary>
    public int StepsPerTurn { get; set; } = TurnContext.MostSteps;
}
