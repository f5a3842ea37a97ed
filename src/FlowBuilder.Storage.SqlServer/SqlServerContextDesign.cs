using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FlowBuilder.Storage.SqlServer;

/// <summary>Makes the context for <c>dotnet ef migrations add</c>; no database is opened.</summary>
internal sealed class SqlServerContextDesign : IDesignTimeDbContextFactory<SqlServerContext>
{
    public SqlServerContext CreateDbContext(string[] args) => new(Options());

    public static DbContextOptions<SqlServerContext> Options() =>
        new DbContextOptionsBuilder<SqlServerContext>().UseSqlServer("Server=localhost;Database=design").Options;
}
