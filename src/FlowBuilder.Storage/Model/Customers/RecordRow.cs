using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Customers;

/// <summary>An estimate, invoice, visit... of a customer. Table <c>records</c>.</summary>
public sealed class RecordRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long CustomerId { get; set; }

    public string Type { get; set; } = "";

    /// <summary>The sender's id.</summary>
    public string Id { get; set; } = "";

    /// <summary>JSON object.</summary>
    public string Properties { get; set; } = "";

    public string? Status { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>JSON: the event times (ticks) of properties that another event than the newest has
    /// set, each with its names; null: all are of <see cref="UpdatedAt"/>.</summary>
    public string? Stamps { get; set; }
}
