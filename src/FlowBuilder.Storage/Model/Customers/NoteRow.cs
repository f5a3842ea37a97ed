using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Customers;

/// <summary>A note on a customer. Table <c>notes</c>.</summary>
public sealed class NoteRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public long Id { get; set; }

    public long CustomerId { get; set; }

    public long? EnrollmentId { get; set; }

    public string Text { get; set; } = "";

    public DateTimeOffset At { get; set; }

    /// <summary>The person who wrote it; null for a sequence.</summary>
    public string? By { get; set; }
}
