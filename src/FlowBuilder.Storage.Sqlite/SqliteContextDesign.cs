using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FlowBuilder.Storage.Sqlite;

/// <summary>Makes the context for <c>dotnet ef migrations add</c>; no database is opened.</summary>
internal sealed class SqliteContextDesign : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args) => new(Options());

    public static DbContextOptions<SqliteContext> Options() =>
        new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=design.db").UseFlowBuilderTables().Options;
}
