using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Engine;

/// <summary>A turn that every customer concerned still has to take (after a publish, pause,
/// resume). Table <c>sweeps</c>; the row goes when all have.</summary>
public sealed class SweepRow : ICompanyOwned
{
    /// <inheritdoc />
    public int CompanyId { get; set; }

    public Guid Id { get; set; }

    /// <summary>JSON: which input.</summary>
    public string Input { get; set; } = "";

    /// <summary>Customers up to this id have taken their turn.</summary>
    public long AfterCustomer { get; set; }
}
