using System.Text.RegularExpressions;
using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Web.Tests.Support;

/// <summary>How SQLite would go about a query.</summary>
internal static partial class QueryPlan
{
    public static async Task<string> OfAsync<T>(FlowBuilderContext context, IQueryable<T> rows)
    {
        var sql = string.Join('\n', rows.ToQueryString().Split('\n').Where(line => !line.StartsWith(".param", StringComparison.Ordinal)));
        var connection = context.Database.GetDbConnection();
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is what EF made.
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
#pragma warning restore CA2100
        foreach (Match name in Parameters().Matches(sql))
        {
            if (command.Parameters.Contains(name.Value)) continue;
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name.Value, 1);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var steps = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) steps.Add(reader.GetString(3));
        return string.Join('\n', steps);
    }

    [GeneratedRegex("@[A-Za-z0-9_]+")]
    private static partial Regex Parameters();
}
