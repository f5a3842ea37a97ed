using System.Net;
using System.Text;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Customers.Importing;

/// <summary>Questions to the database grow with portions, not with rows: counted, not timed.</summary>
public sealed class What_an_import_costs : IAsyncDisposable
{
    private readonly ApiHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Looking_everybody_up_takes_a_question_for_each_five_hundred_rows()
    {
        await ImportAsync(1_000, preview: false);
        await _host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        using var asked = new AskedQuestions(_host.Services.GetRequiredService<SqliteDatabase>().File);
        // The same rows again, without ids: each is looked up by its address.
        await ImportAsync(500, preview: true);
        var few = asked.Take();
        await ImportAsync(1_000, preview: true);
        var many = asked.Take();
        few.ShouldBeGreaterThan(0);
        (many - few).ShouldBeLessThanOrEqualTo(4, $"{few} for 500 rows, {many} for 1,000");
    }

    [Fact]
    public async Task Storing_takes_a_commit_for_each_portion_and_some_for_what_becomes_of_them()
    {
        var counters = _host.Services.GetRequiredService<IStoreCounters>();
        await ImportAsync(250, preview: false);
        await _host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        var before = counters.Counters;
        await ImportAsync(5_000, preview: false, first: 1_000);
        await _host.Engine.DrainAsync(TestContext.Current.CancellationToken);
        var (commits, statements) = (counters.Counters.Commits - before.Commits, counters.Counters.Statements - before.Statements);
        commits.ShouldBeInRange(20, 500, "5,000 rows are 20 portions");
        (statements / 5_000.0).ShouldBeLessThanOrEqualTo(12, "a customer, its keys and its event");
    }

    private async Task ImportAsync(int rows, bool preview, int first = 0)
    {
        var csv = new StringBuilder("email,first_name\n");
        for (var i = first; i < first + rows; i++) csv.Append("costs-").Append(i).Append("@example.com,Ann\n");
        (await _host.Manager()
            .SendAsync(
                HttpMethod.Post, $"customers/import?preview={(preview ? "true" : "false")}", csv.ToString(), [],
                "text/csv")).Expect(HttpStatusCode.OK);
    }
}
