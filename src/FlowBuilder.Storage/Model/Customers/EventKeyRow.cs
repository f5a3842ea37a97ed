using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Customers;

/// <summary>Remembers a sender's message id for 7 days. Table <c>event_keys</c>.</summary>
public sealed class EventKeyRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public string Source { get; set; } = "";

    public string MessageId { get; set; } = "";

    public long CustomerId { get; set; }

    public DateTimeOffset At { get; set; }
}
