using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Storage.Sqlite;

/// <summary>Makes contexts on the chosen file.</summary>
internal sealed class SqliteContextFactory(SqliteDatabase database, AuditSeals seals) : IDbContextFactory<FlowBuilderContext>
{
    private readonly DbContextOptions<SqliteContext> _options = new DbContextOptionsBuilder<SqliteContext>()
        .UseSqlite(database.ConnectionString)
        .UseFlowBuilderTables()
        .AddInterceptors(new FullSync())
        .Options;

    public FlowBuilderContext CreateDbContext() => new SqliteContext(_options) { Seals = seals };
}
