using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Storage.Model.Companies;

namespace FlowBuilder.Storage.Model.Sequences;

/// <summary>A sequence and its draft. Table <c>sequences</c>.</summary>
public sealed class SequenceRow : ICompanyOwned
{
    public int CompanyId { get; set; }

    public Guid Id { get; set; }

    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    public SequenceState State { get; set; }

    /// <summary>The draft as a sequence document (JSON).</summary>
    public string Draft { get; set; } = "";

    /// <summary>Grows with every save; the ETag of the draft.</summary>
    public int DraftRevision { get; set; }

    /// <summary>The version new customers enter; 0 before the first publishing.</summary>
    public int VersionNumber { get; set; }

    /// <summary>JSON list; null when there are none.</summary>
    public string? Labels { get; set; }

    /// <summary>The user who made it.</summary>
    public string? OwnerId { get; set; }

    /// <summary>Salted hash of the password needed to edit; null: not protected.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Came with the demo company.</summary>
    public bool Demo { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public string? UpdatedBy { get; set; }
}
