using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Storage.Model.Sequences;

/// <summary>Sequences and their published versions.</summary>
internal static class SequenceModel
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<SequenceRow>(row =>
        {
            row.ToTable("sequences").HasKey(sequence => new { sequence.CompanyId, sequence.Id });
            row.Property(sequence => sequence.DraftRevision).IsConcurrencyToken();
            row.HasIndex(sequence => new { sequence.CompanyId, sequence.UpdatedAt }, "ix_sequences_updated");
        });
        model.Entity<SequenceVersionRow>(row =>
        {
            row.ToTable("sequence_versions").HasKey(version => new { version.CompanyId, version.Id });
            row.HasIndex(
                version => new { version.CompanyId, version.SequenceId, version.Number }, "ux_sequence_versions_number").IsUnique();
        });
    }
}
