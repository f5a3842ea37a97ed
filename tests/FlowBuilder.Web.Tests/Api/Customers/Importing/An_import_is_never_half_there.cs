using System.Net;
using System.Text;
using FlowBuilder.Application.Engine;
using FlowBuilder.Core.Engine.Events;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Fields;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite;
using FlowBuilder.Web.Api.Customers.Importing;
using FlowBuilder.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Api.Customers.Importing;

/// <summary>What is cut off in the middle is finished by the next start, once.</summary>
public sealed class An_import_is_never_half_there : IAsyncDisposable
{
    private readonly ApiHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_file_that_was_cut_off_is_finished_by_the_next_start()
    {
        var stop = TestContext.Current.CancellationToken;
        var csv = new StringBuilder("user_id,first_name\n");
        for (var i = 0; i < 1_000; i++) csv.Append("half-").Append(i).Append(",Ann\n");
        (await _host.Manager().SendAsync(HttpMethod.Post, "customers/import", csv.ToString(), [], "text/csv"))
            .Expect(HttpStatusCode.OK)["imported"]
            .ShouldBe("1000");
        var folder = _host.Services.GetRequiredService<SqliteDatabase>().File + "-imports";
        Directory.GetFiles(folder).ShouldBeEmpty();

        // As a kill leaves it: the file whole, its first rows stored, and no answer given.
        var rows = Enumerable.Range(0, 600).Select(i => new IncomingEvent
        {
            Company = new CompanyId(1), Source = "api", MessageId = $"csv-cut-{i}", UserId = $"cut-{i}", Kind = EventKind.Identify,
            Name = EventNames.Identify, Properties = Properties.Of("first_name", "Bo"), Imported = true,
        }).ToArray();
        await _host.Services.GetRequiredService<IIntake>().AcceptAsync(rows[..250], stop);
        await File.WriteAllLinesAsync(Path.Combine(folder, "cut.import"),
        [
            """{"Company":1,"Source":"api","ActorId":"key:1","Actor":"a key","Rows":600}""",
            .. rows.Select(
                row => $$"""{"Id":"{{row.MessageId}}","User":"{{row.UserId}}","Visitor":null,"Traits":"{\"first_name\":\"Bo\"}"}"""),
        ], stop);
        await File.WriteAllTextAsync(Path.Combine(folder, "unfinished.tmp"), "{", stop);

        var next = _host.Services.GetRequiredService<ImportBox>();
        await next.FinishAsync();
        await _host.Engine.DrainAsync(stop);

        Directory.GetFiles(folder).ShouldBeEmpty();
        await using var context = _host.Context();
        (await context.Customers.CountAsync(row => row.UserId!.StartsWith("cut-"), stop)).ShouldBe(600);
        (await context.Events.CountAsync(row => row.Properties!.Contains("Bo"), stop)).ShouldBe(600);
    }

    [Fact]
    public async Task Who_is_erased_while_a_file_is_on_its_way_does_not_come_back_with_it()
    {
        var stop = TestContext.Current.CancellationToken;
        (await _host.Manager().PutAsync("customers/gone-1", """{"fields":{"email":"gone@example.com"}}""")).Expect(HttpStatusCode.Created);
        (await _host.Manager()
            .PutAsync("customers/stays-1", """{"fields":{"email":"stays@example.com"}}""")).Expect(HttpStatusCode.Created);
        var folder = Directory.CreateDirectory(_host.Services.GetRequiredService<SqliteDatabase>().File + "-imports").FullName;
        string[] rows = ["gone-1", "gone@example.com", "stays-1", "new-1"];
        foreach (var company in (int[])[1, 2])
            await File.WriteAllLinesAsync(Path.Combine(folder, $"pending-{company}.import"),
            [
                $$"""{"Company":{{company}},"Source":"api","ActorId":"key:1","Actor":"a key","Rows":{{rows.Length}}}""",
                .. rows.Select(
                    row => $$"""{"Id":"csv-{{company}}-{{row}}","User":"{{row}}","Visitor":null,"Traits":"{\"first_name\":\"Bo\"}"}"""),
            ], stop);

        (await _host.Manager().DeleteAsync("customers/gone-1")).Expect(HttpStatusCode.NoContent);
        var left = await File.ReadAllTextAsync(Path.Combine(folder, "pending-1.import"), stop);
        left.ShouldNotContain("gone");
        left.ShouldContain("stays-1");
        (await File.ReadAllTextAsync(
            Path.Combine(folder, "pending-2.import"),
            stop)).ShouldContain("gone", Case.Sensitive, "another company's customer of that id is another person");

        await _host.Services.GetRequiredService<ImportBox>().FinishAsync();
        await _host.Engine.DrainAsync(stop);
        Directory.GetFiles(folder).ShouldBeEmpty();
        (await _host.Manager().GetAsync("customers/gone-1")).Expect(HttpStatusCode.NotFound);
        (await _host.Manager().GetAsync("customers/gone@example.com")).Expect(HttpStatusCode.NotFound);
        (await _host.Manager().GetAsync("customers/stays-1")).Expect(HttpStatusCode.OK);
        (await _host.Manager().GetAsync("customers/new-1")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_is_erased_while_rows_go_in_is_in_no_later_portion()
    {
        var stop = TestContext.Current.CancellationToken;
        var csv = new StringBuilder("user_id,first_name\n");
        for (var i = 0; i < 6_000; i++) csv.Append("row-").Append(i).Append(",Ann\n");
        (await _host.Manager().PutAsync("customers/row-5999", """{"fields":{"first_name":"Last"}}""")).Expect(HttpStatusCode.Created);
        var importing = _host.Manager().SendAsync(HttpMethod.Post, "customers/import", csv.ToString(), [], "text/csv");
        var folder = _host.Services.GetRequiredService<SqliteDatabase>().File + "-imports";
        while (!importing.IsCompleted && !(Directory.Exists(folder) && Directory.GetFiles(folder, "*.import").Length > 0))
            await Task.Yield();
        (await _host.Manager().DeleteAsync("customers/row-5999")).Expect(HttpStatusCode.NoContent);
        (await importing).Expect(HttpStatusCode.OK);
        await _host.Engine.DrainAsync(stop);
        (await _host.Manager().GetAsync("customers/row-5999")).Expect(HttpStatusCode.NotFound);
        (await _host.Manager().GetAsync("customers/row-5998")).Expect(HttpStatusCode.OK);
    }
}
