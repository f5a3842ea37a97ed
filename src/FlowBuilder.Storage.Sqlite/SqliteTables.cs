using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace FlowBuilder.Storage.Sqlite;

/// <summary>Adds <c>WITHOUT ROWID</c> to the tables whose model says so; EF Core has no word for it.</summary>
internal sealed class SqliteTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    protected override void Generate(
        CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(builder);
        base.Generate(operation, model, builder, terminate: false);
        if (model.IsWithoutRowId(operation.Name.Replace("ef_temp_", "", StringComparison.Ordinal), operation.Schema))
            builder.Append(" WITHOUT ROWID");
        if (!terminate) return;
        builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
        EndStatement(builder);
    }
}

/// <summary>Registers <see cref="SqliteTables"/>.</summary>
internal static class SqliteTablesOption
{
    public static DbContextOptionsBuilder<T> UseFlowBuilderTables<T>(this DbContextOptionsBuilder<T> options)
        where T : DbContext => options.ReplaceService<IMigrationsSqlGenerator, SqliteTables>();
}
