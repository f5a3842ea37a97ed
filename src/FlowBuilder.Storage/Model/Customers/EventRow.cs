using FlowBuilder.Core.Model.Events;
using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Customers;

/// <summary>Something that happened to a customer: inbox and history in one. Table <c>events</c>.</summary>
public sealed class EventRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long CustomerId { get; set; }

    /// <summary>Order of arrival; see <see cref="Core.Model.Events.CustomerEvent.SeqStep"/>.</summary>
    public long Seq { get; set; }

    /// <summary>Whose inbox it came to; null for our own events, which are worked off in the turn that raised them.</summary>
    public int? Partition { get; set; }

    public string Name { get; set; } = "";

    public EventKind Kind { get; set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>When it was stored, on the product clock.</summary>
    public DateTimeOffset ArrivedAt { get; set; }

    public string? RecordType { get; set; }

    public string? RecordId { get; set; }

    /// <summary>JSON object; null when empty.</summary>
    public string? Properties { get; set; }

    public string Source { get; set; } = "";

    /// <summary>How many sequences stand behind it.</summary>
    public int Depth { get; set; }

    /// <summary>The enrollment whose action raised it.</summary>
    public long? RaisedBy { get; set; }

    public bool Imported { get; set; }

    /// <summary>An alias: the other customer who is joined to this one.</summary>
    public long? Merges { get; set; }
}
