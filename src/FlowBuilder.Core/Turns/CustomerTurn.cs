namespace FlowBuilder.Core.Turns;

/// <summary>Stands in until the real one lands; on a conflict the real one wins whole.</summary>
public static class CustomerTurn
{
    public static TurnResult Take(CustomerBook book, TurnInput input, TurnSetting setting) => throw new NotSupportedException();

    public static System.Collections.Immutable.ImmutableArray<Change> Merge(CustomerBook survivor, CustomerBook merged, DateTimeOffset now) => throw new NotSupportedException();
}
