using FlowBuilder.Core.Model.Ids;

namespace FlowBuilder.Application.Customers.Merging;

/// <summary>What came of merging two customers. A closed set.</summary>
public abstract record MergeAnswer
{
    private MergeAnswer()
    {
    }

    /// <summary>They are one.</summary>
    public sealed record Merged(CustomerId Survivor, CustomerId Other) : MergeAnswer;

    /// <summary>It is noted and will be done; the pumps had not come to it after a while.</summary>
    public sealed record Noted(CustomerId Survivor, CustomerId Other) : MergeAnswer;

    /// <summary>The one who is to stay is not there.</summary>
    public sealed record NoSurvivor : MergeAnswer;

    /// <summary>The other is not there.</summary>
    public sealed record NoOther : MergeAnswer;

    /// <summary>Both ids lead to one customer already.</summary>
    public sealed record AreOne : MergeAnswer;
}
