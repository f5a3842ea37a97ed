using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.PostgreSql;
using FlowBuilder.Storage.Sqlite;
using FlowBuilder.Storage.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FlowBuilder.Storage.Tests.Schemas;

/// <summary>The model on each database, without opening one.</summary>
internal static class Contexts
{
    public static FlowBuilderContext For(string provider) => provider switch
    {
        "Sqlite" => new SqliteContextDesign().CreateDbContext([]),
        "PostgreSql" => new PostgreSqlContextDesign().CreateDbContext([]),
        "SqlServer" => new SqlServerContextDesign().CreateDbContext([]),
        _ => throw new ArgumentOutOfRangeException(nameof(provider)),
    };

    /// <summary>The script of all migrations, from an empty database to now.</summary>
    public static string MigrationScript(this FlowBuilderContext context) => context.GetService<IMigrator>().GenerateScript();
}
