using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Storage.Model.Enrollments;

/// <summary>Runs, their history, and what wakes them. Indexes over what is due start with the partition: a pump asks for its own.</summary>
internal static class EnrollmentModel
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<EnrollmentRow>(row =>
        {
            row.ToTable("enrollments").HasKey(run => new { run.CompanyId, run.Id });
            row.WithoutRowId();
            row.HasIndex(run => new { run.CompanyId, run.CustomerId }, "ix_enrollments_customer");
            row.HasIndex(run => new { run.CompanyId, run.VersionId, run.EnteredAt, run.State }, "ix_enrollments_version");
            row.HasIndex(run => new { run.Partition, run.LookAt }, "ix_enrollments_due").HasFilter("look_at IS NOT NULL");
        });
        model.Entity<StepRunRow>(row =>
        {
            row.ToTable("step_runs").HasKey(step => new { step.CompanyId, step.EnrollmentId, step.Id });
            row.WithoutRowId();
        });
        model.Entity<StepTallyRow>(row =>
        {
            row.ToTable("step_tallies")
                .HasKey(tally => new { tally.CompanyId, tally.SequenceId, tally.Node, tally.Port, tally.Result, tally.Hour });
            row.WithoutRowId();
            row.Property(tally => tally.Node).HasMaxLength(Lengths.Node);
            row.Property(tally => tally.Port).HasMaxLength(Lengths.Port);
            row.HasIndex(tally => tally.Hour, "ix_step_tallies_hour");
        });
        model.Entity<DecisionRow>(row =>
        {
            row.ToTable("decisions").HasKey(decision => new { decision.CompanyId, decision.CustomerId, decision.Id });
            row.WithoutRowId();
        });
        model.Entity<MomentRow>(row =>
        {
            row.ToTable("moments").HasKey(moment => new { moment.CompanyId, moment.Id });
            row.WithoutRowId();
            row.HasIndex(moment => new { moment.CompanyId, moment.CustomerId }, "ix_moments_customer");
            row.HasIndex(moment => new { moment.Partition, moment.At }, "ix_moments_due");
        });
        model.Entity<ArmRow>(row =>
        {
            row.ToTable("arms")
                .HasKey(arm => new { arm.CompanyId, arm.CustomerId, arm.VersionId, arm.Node, arm.RecordType, arm.RecordId, arm.Arm });
            row.WithoutRowId();
            row.Property(arm => arm.Node).HasMaxLength(Lengths.Node);
            row.Property(arm => arm.RecordType).HasMaxLength(Lengths.RecordType);
            row.Property(arm => arm.RecordId).HasMaxLength(Lengths.RecordId);
        });
        model.Entity<ReviewRow>(row =>
        {
            row.ToTable("reviews").HasKey(review => new { review.CompanyId, review.Id });
            row.HasIndex(review => new { review.CompanyId, review.CustomerId }, "ix_reviews_customer");
            row.Property(review => review.Alike).HasMaxLength(Lengths.Hash);
            row.Property(review => review.AskedOf).HasMaxLength(Lengths.Person);
            // The queue in its orders: each page is one walk of an index that holds waiting ones only.
            row.HasIndex(review => new { review.CompanyId, review.State, review.Id }, "ix_reviews_waiting").HasFilter("state = 0");
            row.HasIndex(review => new { review.CompanyId, review.SequenceId, review.Id }, "ix_reviews_sequence").HasFilter("state = 0");
            row.HasIndex(review => new { review.CompanyId, review.AskedOf, review.Id }, "ix_reviews_asked")
                .HasFilter("asked_of IS NOT NULL AND state = 0");
            row.HasIndex(review => new { review.CompanyId, review.State, review.SnoozedUntil, review.Id }, "ix_reviews_snoozed")
                .HasFilter("snoozed_until IS NOT NULL AND state = 0");
            row.HasIndex(review => new { review.CompanyId, review.State, review.ExpiresAt, review.Id }, "ix_reviews_expiring")
                .HasFilter("expires_at IS NOT NULL AND state = 0");
            row.HasIndex(review => new { review.CompanyId, review.State, review.Alike, review.Id }, "ix_reviews_alike")
                .HasFilter("state = 0");
            row.HasIndex(review => new { review.Partition, review.LookAt }, "ix_reviews_due")
                .HasFilter("look_at IS NOT NULL AND state = 0");
        });
    }
}
