using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Storage.Model.Messages;

/// <summary>The outbox. What a message says is kept apart, so that judging and moving messages never touches it.</summary>
internal static class MessageModel
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<MessageRow>(row =>
        {
            row.ToTable("messages").HasKey(message => new { message.CompanyId, message.Id });
            row.WithoutRowId();
            row.Property(message => message.Node).HasMaxLength(Lengths.Node);
            row.HasIndex(message => new { message.CompanyId, message.CustomerId }, "ix_messages_customer");
            // The effect key: one effect, one row, for ever.
            row.HasIndex(
                message => new { message.CompanyId, message.EnrollmentId, message.Node, message.Pass, message.Part }, "ux_messages_effect")
                .IsUnique().HasFilter("enrollment_id IS NOT NULL");
            row.HasIndex(message => new { message.Partition, message.DueAt }, "ix_messages_due")
                .HasFilter("state = 0 AND due_at IS NOT NULL");
            row.HasIndex(message => new { message.Partition, message.RetryAt }, "ix_messages_retry")
                .HasFilter("state = 0 AND retry_at IS NOT NULL");
            // The same by lane: what waits for a place is passed over without being read.
            row.HasIndex(message => new { message.Partition, message.CompanyId, message.Channel, message.DueAt }, "ix_messages_lane_due")
                .HasFilter("state = 0 AND due_at IS NOT NULL");
            row.HasIndex(
                message => new { message.Partition, message.CompanyId, message.Channel, message.RetryAt }, "ix_messages_lane_retry")
                .HasFilter("state = 0 AND retry_at IS NOT NULL");
            row.HasIndex(message => new { message.Partition, message.Id }, "ix_messages_sending").HasFilter("state = 1");
            row.HasIndex(message => new { message.CompanyId, message.State, message.Id }, "ix_messages_unknown").HasFilter("state = 5");
        });
        model.Entity<MessageBodyRow>(row =>
        {
            row.ToTable("message_bodies").HasKey(body => new { body.CompanyId, body.MessageId });
            row.WithoutRowId();
        });
    }
}
