using FlowBuilder.Storage.Model.Enrollments;
using FlowBuilder.Storage.Model.Messages;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Storage.Model.Customers;

/// <summary>Customers and what is known of them. Keys keep one customer's rows side by side.</summary>
internal static class CustomerModel
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<CustomerRow>(row =>
        {
            row.ToTable("customers").HasKey(customer => new { customer.CompanyId, customer.Id });
            row.WithoutRowId();
            row.Property(customer => customer.UserId).HasMaxLength(Lengths.UserId);
            row.Property(customer => customer.Email).HasMaxLength(Lengths.Email);
            row.HasIndex(customer => new { customer.CompanyId, customer.UserId }, "ix_customers_user_id").HasFilter("user_id IS NOT NULL");
            row.HasIndex(customer => new { customer.CompanyId, customer.Email }, "ix_customers_email").HasFilter("email IS NOT NULL");
            row.Property(customer => customer.EmailHash).HasMaxLength(Lengths.Hash);
            row.Property(customer => customer.PhoneHash).HasMaxLength(Lengths.Hash);
            row.HasIndex(customer => new { customer.CompanyId, customer.EmailHash }, "ix_customers_email_hash");
            row.HasIndex(customer => new { customer.CompanyId, customer.PhoneHash }, "ix_customers_phone_hash");
        });
        model.Entity<SuppressionRow>(row =>
        {
            row.ToTable("suppressions").HasKey(line => new { line.CompanyId, line.Channel, line.Hash, line.Reason });
            row.WithoutRowId();
            row.Property(line => line.Hash).HasMaxLength(Lengths.Hash);
            row.HasIndex(line => new { line.CompanyId, line.At }, "ix_suppressions_at");
        });
        model.Entity<CustomerKeyRow>(row =>
        {
            row.ToTable("customer_keys").HasKey(key => new { key.CompanyId, key.Kind, key.Value });
            row.WithoutRowId();
            row.Property(key => key.Value).HasMaxLength(Lengths.UserId);
            row.HasIndex(key => new { key.CompanyId, key.CustomerId }, "ix_customer_keys_customer");
        });
        model.Entity<CustomerTagRow>(row =>
        {
            row.ToTable("customer_tags").HasKey(tag => new { tag.CompanyId, tag.CustomerId, tag.TagKey });
            row.WithoutRowId();
            row.Property(tag => tag.TagKey).HasMaxLength(Lengths.Tag);
            row.HasIndex(tag => new { tag.CompanyId, tag.TagKey, tag.CustomerId }, "ix_customer_tags_tag");
        });
        model.Entity<RecordRow>(row =>
        {
            row.ToTable("records").HasKey(record => new { record.CompanyId, record.CustomerId, record.Type, record.Id });
            row.WithoutRowId();
            row.Property(record => record.Type).HasMaxLength(Lengths.RecordType);
            row.Property(record => record.Id).HasMaxLength(Lengths.RecordId);
        });
        model.Entity<EventRow>(row =>
        {
            row.ToTable("events").HasKey(happened => new { happened.CompanyId, happened.CustomerId, happened.Seq });
            row.WithoutRowId();
            row.HasIndex(happened => new { happened.Partition, happened.Seq }, "ix_events_inbox").HasFilter("partition IS NOT NULL");
        });
        model.Entity<EventKeyRow>(row =>
        {
            row.ToTable("event_keys").HasKey(key => new { key.CompanyId, key.Source, key.MessageId });
            row.WithoutRowId();
            row.Property(key => key.Source).HasMaxLength(Lengths.Source);
            row.Property(key => key.MessageId).HasMaxLength(Lengths.MessageId);
            row.HasIndex(key => key.At, "ix_event_keys_at");
        });
        model.Entity<NoteRow>(row =>
        {
            row.ToTable("notes").HasKey(note => new { note.CompanyId, note.Id });
            row.HasIndex(note => new { note.CompanyId, note.CustomerId }, "ix_notes_customer");
        });
        model.Entity<ToDoRow>(row =>
        {
            row.ToTable("todos").HasKey(todo => new { todo.CompanyId, todo.Id });
            row.WithoutRowId();
            row.HasIndex(todo => new { todo.CompanyId, todo.CustomerId }, "ix_todos_customer");
        });
        model.Entity<NotificationRow>(row =>
        {
            row.ToTable("notifications").HasKey(line => new { line.CompanyId, line.Id });
            row.Property(line => line.UserId).HasMaxLength(Lengths.Person);
            row.HasIndex(line => new { line.CompanyId, line.UserId, line.Id }, "ix_notifications_user");
            row.HasIndex(line => new { line.CompanyId, line.CustomerId }, "ix_notifications_customer").HasFilter("customer_id IS NOT NULL");
            row.HasIndex(line => new { line.CompanyId, line.Id }, "ix_notifications_email").HasFilter("email_due_at IS NOT NULL");
        });
    }
}
