using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Shouldly;
using Xunit;

namespace FlowBuilder.Storage.Tests.Schemas;

/// <summary>No SQL Server runs here: its scripts are read by Microsoft's own parser and loaded into
/// Microsoft's own model of a database.</summary>
public sealed class SqlServerScriptTests
{
    [Fact]
    public void The_migrations_are_free_of_syntax_errors()
    {
        using var context = Contexts.For("SqlServer");
        Errors(context.MigrationScript()).ShouldBeEmpty();
    }

    [Fact]
    public void The_schema_loads_and_all_its_references_hold()
    {
        using var context = Contexts.For("SqlServer");
        Findings(context.Database.GenerateCreateScript()).ShouldBeEmpty();
    }

    [Fact]
    public void A_planted_mistake_is_found_by_both()
    {
        using var context = Contexts.For("SqlServer");
        Errors(context.MigrationScript() + "\nCREATE TABLE [x] ([a] int NOT NULL,, [b] int);").ShouldNotBeEmpty();
        Findings(context.Database.GenerateCreateScript() + "\nGO\nCREATE INDEX [ix_wrong] ON [customers] ([no_such_column]);\nGO\n")
            .ShouldNotBeEmpty();
    }

    private static string[] Errors(string script)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
        return [.. errors.Select(error => string.Create(CultureInfo.InvariantCulture, $"line {error.Line}: {error.Message}"))];
    }

    private static string[] Findings(string script)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        foreach (var batch in script.Split("\nGO", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            model.AddObjects(batch);
        return [.. model.Validate()
            .Where(finding => finding.MessageType == Microsoft.SqlServer.Dac.DacMessageType.Error)
            .Select(finding => finding.Message)];
    }
}
