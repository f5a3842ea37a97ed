using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Model.Accounts;
using FlowBuilder.Storage.Model.Companies;
using FlowBuilder.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace FlowBuilder.Storage.Tests.Sqlite;

public sealed class DatabasePreparationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowbuilder-").FullName;

    [Fact]
    public async Task An_empty_folder_becomes_a_database_that_answers_queries()
    {
        await using var services = Services();
        await services.GetRequiredService<DatabasePreparation>().PrepareAsync(TestContext.Current.CancellationToken);
        await using var context = services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>().CreateFor(new CompanyId(1));
        (await context.Enrollments.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await context.Sequences
            .Where(sequence => sequence.Id == Guid.Empty && sequence.UpdatedAt > DateTimeOffset.UnixEpoch)
            .CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task A_context_sees_and_saves_only_rows_of_its_company()
    {
        await using var services = Services();
        await services.GetRequiredService<DatabasePreparation>().PrepareAsync(TestContext.Current.CancellationToken);
        var contexts = services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>();
        foreach (var company in new[] { 1, 2 })
        {
            await using var context = contexts.CreateFor(new CompanyId(company));
            context.Users.Add(new UserRow { Id = "ann", Name = $"Ann of {company}", Role = "owner" });
            context.Companies.Add(new CompanyRow { Id = company, Name = $"Company {company}" });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var one = contexts.CreateFor(new CompanyId(1));
        (await one.Users.Select(user => user.Name).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["Ann of 1"]);
        (await one.Companies.SingleAsync(TestContext.Current.CancellationToken)).Id.ShouldBe(1);
        await using var none = await contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        (await none.Users.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        one.Users.Add(new UserRow { CompanyId = 2, Id = "eve", Name = "Eve", Role = "owner" });
        (await Should.ThrowAsync<InvalidOperationException>(
            () => one.SaveChangesAsync(TestContext.Current.CancellationToken))).Message.ShouldContain("company 2");
    }

    [Fact]
    public async Task A_start_that_was_killed_while_migrating_does_not_block_the_next_one()
    {
        await using (var services = Services())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(services.GetRequiredService<SqliteDatabase>().File)!);
            await using var killed = await services.GetRequiredService<IDbContextFactory<FlowBuilderContext>>()
                .CreateDbContextAsync(TestContext.Current.CancellationToken);
            await killed.Database.ExecuteSqlRawAsync(
                "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO "
                    + "\"__EFMigrationsLock\" VALUES (1, '2026-01-01');",
                TestContext.Current.CancellationToken);
        }

        await using var next = Services();
        await next.GetRequiredService<DatabasePreparation>()
            .PrepareAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await using var context = await next.GetRequiredService<IDbContextFactory<FlowBuilderContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        (await context.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PostgreSql", "runs on SQLite only")]
    [InlineData("sqlserver", "runs on SQLite only")]
    [InlineData("Oracle", "not a database FlowBuilder knows")]
    public void Another_database_is_refused_with_what_to_do(string provider, string words)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Database:Provider", provider)]).Build();
        Should.Throw<DatabaseRefusedException>(() => SqliteDatabase.Read(configuration, _folder)).Message.ShouldContain(words);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private ServiceProvider Services() =>
        new ServiceCollection().AddSqliteStorage(SqliteDatabase.OnSqlite(null, _folder)).BuildServiceProvider();
}
