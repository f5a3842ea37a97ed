using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Sequences;

/// <summary>A published, frozen edition. Table <c>sequence_versions</c>.</summary>
public sealed class SequenceVersionRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    /// <summary><see cref="Core.Model.Ids.VersionId"/>.</summary>
    public long Id { get; set; }

    public Guid SequenceId { get; set; }

    /// <summary>1 for the first.</summary>
    public int Number { get; set; }

    /// <summary>The sequence document as published (JSON).</summary>
    public string Document { get; set; } = "";

    /// <summary>The compiled plan (JSON).</summary>
    public string Plan { get; set; } = "";

    public string PlanHash { get; set; } = "";

    public DateTimeOffset PublishedAt { get; set; }

    public string PublishedBy { get; set; } = "";
}
