using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Customers;

/// <summary>A tag of a customer. Table <c>customer_tags</c>.</summary>
public sealed class CustomerTagRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long CustomerId { get; set; }

    /// <summary>The tag in upper case: tags are compared without case.</summary>
    public string TagKey { get; set; } = "";

    /// <summary>The first spelling.</summary>
    public string Tag { get; set; } = "";

    /// <summary>The event source that set it; null for sequences and people.</summary>
    public string? Source { get; set; }
}
