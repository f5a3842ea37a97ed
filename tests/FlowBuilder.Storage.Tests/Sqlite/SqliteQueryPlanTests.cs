using System.Text.RegularExpressions;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Reading;
using FlowBuilder.Storage.Sqlite.Writer;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace FlowBuilder.Storage.Tests.Sqlite;

/// <summary>Every hot statement finds its rows through an index that is narrow enough, however many rows there are.</summary>
public sealed partial class SqliteQueryPlanTests
{
    [Fact]
    public async Task No_hot_statement_walks_a_table_or_a_whole_company()
    {
        await using var fixture = await SqliteStoreFixture.StartAsync();
        using var reader = new SqliteReader(fixture.File);
        using var writer = new RawConnection(fixture.File, readOnly: false);
        var operations = new WriteOperations(writer, partitions: 2, fixture.Seals, CustomerLimits.Standard, fixture.Hashes, fixture.Index);
        var statements = reader.Connection.Statements
            .Concat(operations.Connection.Statements)
            .Select(statement => statement.Sql)
            .Where(sql => sql is not ("BEGIN" or "COMMIT" or "BEGIN IMMEDIATE"))
            // Erasing a person and setting an input aside are rare, and look through tables
            // that hold a day's answers, or what is broken.
            .Where(
                sql =>
                    !sql.StartsWith("DELETE FROM idempotency_keys WHERE customers", StringComparison.Ordinal)
                    && !sql.Contains(" parked_inputs ", StringComparison.Ordinal)).ToArray();
        statements.Length.ShouldBeGreaterThan(50);
        using var asker = new RawConnection(fixture.File, readOnly: true);
        var wide = statements.SelectMany(sql => Explain(asker, sql).Where(IsWide).Select(step => $"{step} <- {sql}")).ToArray();
        wide.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_hot_statement_is_compiled_anew_at_each_use()
    {
        await using var fixture = await SqliteStoreFixture.StartAsync();
        using var reader = new SqliteReader(fixture.File);
        using var writer = new RawConnection(fixture.File, readOnly: false, "BEGIN");
        var operations = new WriteOperations(writer, partitions: 2, fixture.Seals, CustomerLimits.Standard, fixture.Hashes, fixture.Index);
        var statements = reader.Connection.Statements
            .Concat(operations.Connection.Statements)
            .Where(statement => statement.Parameters > 0).ToArray();
        for (var round = 1; round <= 5; round++)
            foreach (var statement in statements) Use(statement, round);
        statements.Where(statement => statement.Recompiled > 1).Select(statement => statement.Sql).ShouldBeEmpty();
    }

    private static void Use(RawStatement statement, int value)
    {
        for (var parameter = 0; parameter < statement.Parameters; parameter++) statement.Add(value);
        try
        {
            statement.Read();
        }
        catch (SqliteException)
        {
            // A row that is there already: what counts is that the statement was begun.
        }

        statement.Forget();
    }

    private static IEnumerable<string> Explain(RawConnection connection, string sql)
    {
        var plan = connection.Prepare("EXPLAIN QUERY PLAN " + sql);
        while (plan.Read()) yield return plan.Text(3);
    }

    /// <summary>Paging through all customers by key is the one walk that is meant.</summary>
    private static bool IsWide(string step) =>
        (step.StartsWith("SCAN", StringComparison.Ordinal)
            && !step.Contains("CONSTANT ROW", StringComparison.Ordinal)
            && !step.StartsWith("SCAN (subquery", StringComparison.Ordinal)
            && !step.EndsWith("VALUES CLAUSE", StringComparison.Ordinal))
        || WholeCompany().IsMatch(step);

    [GeneratedRegex(@"\(company_id=\?\)$")]
    private static partial Regex WholeCompany();
}
