namespace FlowBuilder.Runtime.Storage.Model;

/// <summary>A customer who was joined to another: old numbers lead to the survivor. Table <c>customer_merges</c>.</summary>
public sealed class CustomerMergeRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long MergedId { get; set; }

    public long SurvivorId { get; set; }
}
