using FlowBuilder.Runtime.AuditLog;
using FlowBuilder.Runtime.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Runtime.Storage.Sqlite;

/// <summary>Makes contexts on the chosen file.</summary>
internal sealed class SqliteContextFactory(DatabaseChoice choice, AuditSeals seals) : IDbContextFactory<FlowBuilderContext>
{
    private readonly DbContextOptions<SqliteContext> _options = new DbContextOptionsBuilder<SqliteContext>()
        .UseSqlite(choice.ConnectionString)
        .UseFlowBuilderTables()
        .AddInterceptors(new FullSync())
        .Options;

    public FlowBuilderContext CreateDbContext() => new SqliteContext(_options) { Seals = seals };
}
