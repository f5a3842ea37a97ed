using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Storage.Model.Sequences;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Storage.Model.Companies;

/// <summary>Companies, their people, keys and templates.</summary>
internal static class CompanyModel
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<CompanyRow>(row =>
        {
            row.ToTable("companies").HasKey(company => company.Id);
        });
        model.Entity<UserRow>(row =>
        {
            row.ToTable("users").HasKey(user => new { user.CompanyId, user.Id });
            row.Property(user => user.Id).HasMaxLength(Lengths.Person);
            // One who signs in asks for all companies of that account.
            row.HasIndex(user => user.AccountId, "ix_users_account");
        });
        model.Entity<ApiKeyRow>(row =>
        {
            row.ToTable("api_keys").HasKey(key => new { key.CompanyId, key.Id });
            row.Property(key => key.Hash).HasMaxLength(Lengths.Hash);
            // The one index that does not start with the company: a caller's company is found by the key.
            row.HasIndex(key => key.Hash, "ux_api_keys_hash").IsUnique();
        });
        model.Entity<AuditLogRow>(row =>
        {
            row.ToTable("audit_log").HasKey(line => new { line.CompanyId, line.Id });
            row.Property(line => line.Hash).HasMaxLength(Lengths.Hash);
            row.Property(line => line.SealedWith).HasMaxLength(Lengths.Hash);
        });
        model.Entity<IdempotencyKeyRow>(row =>
        {
            row.ToTable("idempotency_keys").HasKey(key => new { key.CompanyId, key.Principal, key.Key });
            row.Property(key => key.Principal).HasMaxLength(Lengths.Principal);
            row.Property(key => key.Key).HasMaxLength(Lengths.IdempotencyKey);
            row.HasIndex(key => key.At, "ix_idempotency_keys_at");
        });
        model.Entity<TemplateRow>(row =>
        {
            row.ToTable("templates").HasKey(template => new { template.CompanyId, template.Key });
            row.Property(template => template.Key).HasMaxLength(Lengths.TemplateKey);
        });
        model.Entity<TemplateRevisionRow>(row =>
        {
            row.ToTable("template_revisions").HasKey(template => new { template.CompanyId, template.Key, template.Revision });
            row.Property(template => template.Key).HasMaxLength(Lengths.TemplateKey);
        });
    }
}
