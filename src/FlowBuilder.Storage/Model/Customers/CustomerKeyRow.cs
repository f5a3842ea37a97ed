using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Customers;

/// <summary>Leads from an id of the outside to a customer. Table <c>customer_keys</c>.</summary>
public sealed class CustomerKeyRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public CustomerKeyKind Kind { get; set; }

    public string Value { get; set; } = "";

    public long CustomerId { get; set; }
}
