using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Messages;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Storage.Model.Enrollments;
using FlowBuilder.Storage.Model.Messages;
using FlowBuilder.Storage.Model.Sequences;
using FlowBuilder.Storage.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace FlowBuilder.Storage.Tests.Schemas;

public sealed class PostgreSqlMigrationTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_migrations_run_on_a_real_server_and_the_tables_work()
    {
        await using (var context = Open())
        {
            await context.Database.MigrateAsync(Cancellation);
            (await context.Database.GetPendingMigrationsAsync(Cancellation)).ShouldBeEmpty();
        }

        await using (var context = Open())
        {
            var noon = new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero).AddTicks(7);
            context.Sequences.Add(new SequenceRow
            {
                Id = Guid.NewGuid(), Title = "Follow-up", State = SequenceState.Live, Draft = "{}", CreatedAt = noon, UpdatedAt = noon
            });
            context.Enrollments.Add(Run(1, noon));
            context.Enrollments.Add(Run(2, null));
            context.Messages.Add(Message(1));
            await context.SaveChangesAsync(Cancellation);
            (await context.Sequences.SingleAsync(
                row => row.UpdatedAt >= noon && row.State == SequenceState.Live, Cancellation)).Title.ShouldBe("Follow-up");
            (await context.Enrollments.SingleAsync(row => row.LookAt <= noon, Cancellation)).LookAt.ShouldBe(noon);
        }

        await using (var context = Open())
        {
            context.Messages.Add(Message(2));
            await Should.ThrowAsync<DbUpdateException>(() => context.SaveChangesAsync(Cancellation));
        }

        await using var other = Open(company: 2);
        (await other.Enrollments.CountAsync(Cancellation)).ShouldBe(0);
    }

    private static EnrollmentRow Run(long id, DateTimeOffset? lookAt) =>
        new() { Id = id, CustomerId = 5, SequenceId = Guid.NewGuid(), State = EnrollmentState.Waiting, LookAt = lookAt };

    private static MessageRow Message(long id) =>
        new() { Id = id, CustomerId = 5, EnrollmentId = 1, Node = "mail", Pass = 1, Channel = Channel.Email };

    private PostgreSqlContext Open(int company = 1) =>
        new(new DbContextOptionsBuilder<PostgreSqlContext>().UseNpgsql(server.ConnectionString).Options)
        {
            CurrentCompany = new CompanyId(company)
        };
}
