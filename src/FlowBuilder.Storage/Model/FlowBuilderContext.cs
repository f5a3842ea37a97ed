using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Storage.Model.Companies;
using FlowBuilder.Storage.Model.Customers;
using FlowBuilder.Storage.Model.Engine;
using FlowBuilder.Storage.Model.Enrollments;
using FlowBuilder.Storage.Model.Messages;
using FlowBuilder.Storage.Model.Sequences;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Storage.Model;

/// <summary>
/// The database as settings, screens and API queries see it. It shows only rows of <see cref="CurrentCompany"/> (none while that is
/// not set) and refuses to save a row of another one. The engine's own rows (runs, events, messages...) are written by
/// <see cref="Ports.ITurnStore"/> alone; here they are read.
/// </summary>
public abstract class FlowBuilderContext(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>Name of the query filter, for the few places that look across companies:
    /// <c>IgnoreQueryFilters([FlowBuilderContext.CompanyFilter])</c>.</summary>
    public const string CompanyFilter = "company";

    /// <summary>The company whose rows are shown and accepted; null: no company's.</summary>
    public CompanyId? CurrentCompany { get; set; }

    /// <summary>What audit lines are sealed with; null in a context that writes none.</summary>
    internal AuditSeals? Seals { get; init; }

    /// <summary>Audit lines that go into the next commit.</summary>
    internal List<AuditLogRow> OpenLines { get; } = [];

    /// <summary>The filter's parameter; 0 is no company.</summary>
    internal int CompanyNumber => CurrentCompany?.Value ?? 0;

    public DbSet<CompanyRow> Companies => Set<CompanyRow>();

    public DbSet<UserRow> Users => Set<UserRow>();

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    /// <inheritdoc />
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<CustomerRow> Customers => Set<CustomerRow>();

    public DbSet<CustomerKeyRow> CustomerKeys => Set<CustomerKeyRow>();

    public DbSet<CustomerTagRow> CustomerTags => Set<CustomerTagRow>();

    public DbSet<SuppressionRow> Suppressions => Set<SuppressionRow>();

    public DbSet<RecordRow> Records => Set<RecordRow>();

    public DbSet<EventRow> Events => Set<EventRow>();

    public DbSet<EventKeyRow> EventKeys => Set<EventKeyRow>();

    public DbSet<SequenceRow> Sequences => Set<SequenceRow>();

    public DbSet<SequenceVersionRow> SequenceVersions => Set<SequenceVersionRow>();

    public DbSet<EnrollmentRow> Enrollments => Set<EnrollmentRow>();

    public DbSet<StepRunRow> StepRuns => Set<StepRunRow>();

    public DbSet<StepTallyRow> StepTallies => Set<StepTallyRow>();

    public DbSet<DecisionRow> Decisions => Set<DecisionRow>();

    public DbSet<MessageRow> Messages => Set<MessageRow>();

    public DbSet<MessageBodyRow> MessageBodies => Set<MessageBodyRow>();

    public DbSet<ToDoRow> ToDos => Set<ToDoRow>();

    public DbSet<NoteRow> Notes => Set<NoteRow>();

    public DbSet<NotificationRow> Notifications => Set<NotificationRow>();

    public DbSet<MomentRow> Moments => Set<MomentRow>();

    public DbSet<ArmRow> Arms => Set<ArmRow>();

    public DbSet<ReviewRow> Reviews => Set<ReviewRow>();

    public DbSet<TemplateRow> Templates => Set<TemplateRow>();

    public DbSet<TemplateRevisionRow> TemplateRevisions => Set<TemplateRevisionRow>();

    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();

    public DbSet<AuditLogRow> AuditLog => Set<AuditLogRow>();

    public DbSet<IdempotencyKeyRow> IdempotencyKeys => Set<IdempotencyKeyRow>();

    public DbSet<SweepRow> Sweeps => Set<SweepRow>();

    public DbSet<ParkedInputRow> ParkedInputs => Set<ParkedInputRow>();

    public DbSet<PartitionRow> Partitions => Set<PartitionRow>();

    public DbSet<IdBlockRow> IdBlocks => Set<IdBlockRow>();

    public DbSet<SettingRow> Settings => Set<SettingRow>();

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (OpenLines.Count > 0) throw new InvalidOperationException("Audit lines are saved with SaveChangesAsync.");
        KeepToCompany();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (OpenLines.Count == 0)
        {
            KeepToCompany();
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await AuditChain.SealAsync(this, OpenLines, cancellationToken);
        AuditLog.AddRange(OpenLines);
        OpenLines.Clear();
        KeepToCompany();
        var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null) await own.CommitAsync(cancellationToken);
        return written;
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        AccountModel.Build(modelBuilder);
        CompanyModel.Build(modelBuilder);
        CustomerModel.Build(modelBuilder);
        SequenceModel.Build(modelBuilder);
        EnrollmentModel.Build(modelBuilder);
        MessageModel.Build(modelBuilder);
        EngineModel.Build(modelBuilder);
        CompanyFilters.Build(modelBuilder, this);
        Columns.Build(modelBuilder, Database.ProviderName!);
    }

    private void KeepToCompany()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            if (entry is { Entity: ICompanyOwned { CompanyId: 0 } fresh, State: EntityState.Added })
                entry.Property(nameof(ICompanyOwned.CompanyId)).CurrentValue = fresh.CompanyId = CompanyNumber;
            var owner = entry.Entity switch
            {
                ICompanyOwned row => row.CompanyId,
                CompanyRow company when entry.State != EntityState.Added => company.Id,
                _ => (int?)null,
            };
            if (owner is { } owned && (owned == 0 || owned != CompanyNumber))
                throw new InvalidOperationException(
                    $"A row of company {owned} cannot be saved while the context is that of company {CompanyNumber}.");
        }
    }
}
