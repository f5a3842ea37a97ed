using FlowBuilder.Application.AuditLog;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace FlowBuilder.Web.Tests.Components.Settings.AuditLog;

/// <summary>What is written stays as it was, and whoever goes around the database is found out.
/// Each test has a company of its own.</summary>
public sealed class The_chain_of_audit_lines(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly Actor Lena = new("user:lena", "Lena");
    private static int _company = 100;

    private readonly int _mine = Interlocked.Increment(ref _company);

    private AuditSeals Seals => host.Services.GetRequiredService<AuditSeals>();

    [Fact]
    public async Task Stays_whole_while_many_write_at_once()
    {
        // The program is started by whoever asks for it first: not by sixty at once.
        _ = host.Services;
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(() => WriteAsync($"did thing {number}"))));
        await using var context = host.Context(_mine);
        (await AuditChain.FindBreakAsync(context, Seals, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await context.AuditLog.Select(line => line.Id).ToListAsync(TestContext.Current.CancellationToken)).Order()
            .ShouldBe(Enumerable.Range(1, 60).Select(id => (long)id));
    }

    [Fact]
    public async Task Refuses_changes_and_deletions_in_the_database()
    {
        await using var guarded = new ApiHost();
        await guarded.Services
            .GetRequiredService<AuditTrail>()
            .AppendAsync(new CompanyId(_mine), Lena, "company.change", null, "did a thing");
        await using var context = guarded.Context(_mine);
        (await Should.ThrowAsync<SqliteException>(
            () => RunAsync(context, "UPDATE audit_log SET words = 'nothing'"))).Message.ShouldContain("append-only");
        (await Should.ThrowAsync<SqliteException>(() => RunAsync(context, "DELETE FROM audit_log"))).Message.ShouldContain("append-only");
        (await context.AuditLog.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Theory]
    [InlineData("UPDATE audit_log SET words = 'did nothing' WHERE company_id = {0} AND id = 3", 3)]
    [InlineData("UPDATE audit_log SET \"by\" = 'Someone else' WHERE company_id = {0} AND id = 2", 2)]
    [InlineData("UPDATE audit_log SET actor_id = 'user:mike' WHERE company_id = {0} AND id = 5", 5)]
    [InlineData("UPDATE audit_log SET at = at - 1 WHERE company_id = {0} AND id = 1", 1)]
    [InlineData("UPDATE audit_log SET \"before\" = NULL WHERE company_id = {0} AND id = 4", 4)]
    [InlineData("UPDATE audit_log SET \"after\" = \"before\", \"before\" = \"after\" WHERE company_id = {0} AND id = 4", 4)]
    [InlineData("DELETE FROM audit_log WHERE company_id = {0} AND id = 3", 3)]
    [InlineData("DELETE FROM audit_log WHERE company_id = {0} AND id <= 2", 3)]
    [InlineData("UPDATE audit_log SET id = 9 WHERE company_id = {0} AND id = 5", 5)]
    [InlineData(
        "UPDATE audit_log SET id = id + 1 WHERE company_id = {0} AND id = 5; INSERT INTO audit_log SELECT company_id, 5, at, actor_id, "
            + "\"by\", action, subject, 'slipped in', \"before\", \"after\", hash FROM audit_log WHERE company_id = {0} AND id = 4",
        5)]
    [InlineData("UPDATE audit_log SET hash = '' WHERE company_id = {0} AND id <= 2", 3)]
    [InlineData("UPDATE audit_log SET hash = '' WHERE company_id = {0}", 1)]
    public async Task Shows_what_was_done_around_the_triggers(string tampering, long found)
    {
        for (var number = 1; number <= 5; number++) await WriteAsync($"did thing {number}", $"{number - 1}", $"{number}");
        await using var context = host.Context(_mine);
        await RunAsync(context, "DROP TRIGGER IF EXISTS audit_log_keeps_lines; DROP TRIGGER IF EXISTS audit_log_loses_none;");
        (await AuditChain.FindBreakAsync(context, Seals, TestContext.Current.CancellationToken)).ShouldBeNull();
        await RunAsync(
            context,
            tampering.Replace("{0}", $"{_mine}", StringComparison.Ordinal)
                .Replace(
                    "company_id, 5, at, actor_id, \"by\", action, subject, 'slipped in', \"before\", \"after\", hash",
                    await ColumnsAsync(context), StringComparison.Ordinal));
        (await AuditChain.FindBreakAsync(
            context, Seals, TestContext.Current.CancellationToken)).ShouldBe(new AuditFinding(found, AuditFault.Broken));
    }

    [Fact]
    public async Task Is_each_companys_own()
    {
        var other = Interlocked.Increment(ref _company);
        for (var number = 0; number < 3; number++)
        {
            await WriteAsync($"did thing {number}");
            await host.Services
                .GetRequiredService<AuditTrail>()
                .AppendAsync(new CompanyId(other), Lena, "company.change", null, $"did thing {number}");
        }

        await using var mine = host.Context(_mine);
        await using var theirs = host.Context(other);
        (await mine.AuditLog.MaxAsync(line => line.Id, TestContext.Current.CancellationToken)).ShouldBe(3);
        (await theirs.AuditLog.MaxAsync(line => line.Id, TestContext.Current.CancellationToken)).ShouldBe(3);
        (await theirs.AuditLog.Select(line => line.Hash).ToListAsync(TestContext.Current.CancellationToken))
            .Intersect(await mine.AuditLog.Select(line => line.Hash).ToListAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        await RunAsync(
            theirs,
            $"DROP TRIGGER IF EXISTS audit_log_keeps_lines; UPDATE audit_log SET words = 'x' WHERE company_id = {other} AND id = 2");
        (await AuditChain.FindBreakAsync(
            theirs, Seals, TestContext.Current.CancellationToken)).ShouldBe(new AuditFinding(2, AuditFault.Broken));
        (await AuditChain.FindBreakAsync(mine, Seals, TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Is_read_by_pages_without_sorting_or_walking_the_table()
    {
        await using var context = host.Context(_mine);
        await using var command = (System.Data.Common.DbCommand)new AuditSearch(
            ActorId: "user:lena", Kind: "company", Text: "hours", From: DateTimeOffset.UnixEpoch)
            .In(context, before: 5_000)
            .Take(51).CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var plan = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var steps = new List<string>();
        while (await plan.ReadAsync(TestContext.Current.CancellationToken)) steps.Add(plan.GetString(3));
        steps.Count.ShouldBe(1);
        steps[0].ShouldContain("(company_id=? AND id<?)");
    }

    /// <summary>What an attacker with the database did once: triggers away, a line changed, all
    /// hashes after it made anew. Without the key they can only be plain ones.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_not_to_be_written_anew_without_the_key(bool fromTheStart)
    {
        for (var number = 1; number <= 5; number++) await WriteAsync($"did thing {number}");
        await using var context = host.Context(_mine);
        await RunAsync(context, "DROP TRIGGER IF EXISTS audit_log_keeps_lines; DROP TRIGGER IF EXISTS audit_log_loses_none;");
        var lines = await context.AuditLog.AsNoTracking().OrderBy(line => line.Id).ToListAsync(TestContext.Current.CancellationToken);
        lines[2].Words = "did nothing";
        var stranger = new AuditSeals(new AuditKeys(new byte[32]));
        var before = fromTheStart ? "" : lines[1].Hash;
        foreach (var line in lines.Skip(fromTheStart ? 0 : 2))
        {
            line.SealedWith = null;
            line.Hash = before = stranger.HashOf(line, before);
            await RunAsync(
                context,
                $"UPDATE audit_log SET words = '{line.Words}', hash = '{line.Hash}', sealed_with = NULL WHERE company_id = {_mine} AND id "
                    + $"= {line.Id}");
        }

        (await AuditChain.FindBreakAsync(
            context, Seals, TestContext.Current.CancellationToken)).ShouldBe(new AuditFinding(fromTheStart ? 5 : 3, AuditFault.Unkeyed));
    }

    [Fact]
    public async Task Is_not_to_be_written_anew_with_another_key()
    {
        await WriteAsync("did a thing");
        await using var context = host.Context(_mine);
        await RunAsync(context, "DROP TRIGGER IF EXISTS audit_log_keeps_lines");
        var line = await context.AuditLog.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        var stranger = new AuditSeals(new AuditKeys(new byte[32]));
        line.Words = "did nothing";
        stranger.Seal(line, 1, "");
        await RunAsync(
            context,
            $"UPDATE audit_log SET words = '{line.Words}', hash = '{line.Hash}', sealed_with = '{line.SealedWith}' WHERE company_id = "
                + $"{_mine}");
        (await AuditChain.FindBreakAsync(
            context, Seals, TestContext.Current.CancellationToken)).ShouldBe(new AuditFinding(1, AuditFault.KeyMissing));
        await RunAsync(context, $"UPDATE audit_log SET sealed_with = '{Seals.Current}' WHERE company_id = {_mine}");
        (await AuditChain.FindBreakAsync(
            context, Seals, TestContext.Current.CancellationToken)).ShouldBe(new AuditFinding(1, AuditFault.Broken));
    }

    [Fact]
    public async Task Shows_beside_a_seal_that_its_newest_lines_were_cut_off()
    {
        for (var number = 1; number <= 5; number++) await WriteAsync($"did thing {number}");
        await using var context = host.Context(_mine);
        var seal =
            (await AuditSeal.TakeAsync(context, Seals, TimeProvider.System, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        await WriteAsync("did another thing");
        (await AuditSeal.CheckAsync(context, Seals, seal, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await AuditSeal.CheckAsync(context, Seals, $"  {seal}\n", TestContext.Current.CancellationToken)).ShouldBeNull();
        (await AuditSeal.CheckAsync(
            context, Seals, seal.Replace(" 5 ", " 3 ", StringComparison.Ordinal),
            TestContext.Current.CancellationToken)).ShouldBe(new AuditFinding(3, AuditFault.FalseSeal));
        (await AuditSeal.CheckAsync(
            context, Seals, "not a seal", TestContext.Current.CancellationToken)).ShouldBe(new AuditFinding(0, AuditFault.FalseSeal));
        await using (var others = host.Context(Interlocked.Increment(ref _company)))
            (await AuditSeal.CheckAsync(
                others, Seals, seal, TestContext.Current.CancellationToken)).ShouldBe(new AuditFinding(0, AuditFault.FalseSeal));

        await RunAsync(
            context, $"DROP TRIGGER IF EXISTS audit_log_loses_none; DELETE FROM audit_log WHERE company_id = {_mine} AND id > 3");
        (await AuditChain.FindBreakAsync(context, Seals, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await AuditSeal.CheckAsync(
            context, Seals, seal, TestContext.Current.CancellationToken)).ShouldBe(new AuditFinding(5, AuditFault.CutOff));
        await WriteAsync("did something else");
        await WriteAsync("and more");
        (await AuditSeal.CheckAsync(
            context, Seals, seal, TestContext.Current.CancellationToken)).ShouldBe(new AuditFinding(5, AuditFault.OtherThanSealed));
    }

    private Task WriteAsync(string words, string? before = null, string? after = null) =>
        host.Services
            .GetRequiredService<AuditTrail>()
            .AppendAsync(new CompanyId(_mine), Lena, "company.change", null, words, before, after);

    private static Task<int> RunAsync(DbContext context, string sql) =>
        context.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);

    /// <summary>The columns as they stand in the table, with the values of the line that is slipped in.</summary>
    private static async Task<string> ColumnsAsync(DbContext context) =>
        string.Join(
            ", ",
            (await context.Database
                .SqlQueryRaw<string>("SELECT name AS Value FROM pragma_table_info('audit_log')")
                .ToListAsync(TestContext.Current.CancellationToken))
                .Select(column => column switch { "id" => "5", "words" => "'slipped in'", _ => $"\"{column}\"" }));
}
