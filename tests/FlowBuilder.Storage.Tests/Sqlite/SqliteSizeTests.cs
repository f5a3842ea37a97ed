using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Enrollments;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Tests.Contracts;
using Shouldly;
using Xunit;

namespace FlowBuilder.Storage.Tests.Sqlite;

public sealed class SqliteSizeTests
{
    private const int Runs = 10_000;

    [Fact]
    public async Task A_waiting_run_takes_at_most_250_bytes_indexes_included()
    {
        await using var fixture = await SqliteStoreFixture.StartAsync();
        var before = Bytes(fixture.File);
        for (var partition = 0; partition < fixture.Partitions; partition++)
        {
            var start = await fixture.Store.Partitions.TakeAsync(partition, TestContext.Current.CancellationToken);
            var customers = Enumerable.Range(0, Runs)
                .Select(number => new CustomerId(number))
                .Where(customer => customer.PartitionOf(fixture.Partitions) == partition);
            await fixture.Store.Turns.CommitAsync(
                new TurnBatch(partition, start.Fence, 0, [.. customers.Select(Waiting)]), TestContext.Current.CancellationToken);
        }

        ((Bytes(fixture.File) - before) / Runs).ShouldBeLessThanOrEqualTo(250);
    }

    private static CustomerChanges Waiting(CustomerId customer)
    {
        var run = new Enrollment
        {
            Id = new EnrollmentId(1_000_000 + customer.Value), Company = Sample.Company.Id, Customer = customer, Sequence = Sample.Sequence,
            Version = new(900), State = EnrollmentState.Waiting,
            Record = new RecordKey("estimate", $"E-{customer}"), Cursor = 3, EnteredAt = Sample.Noon, EnteredSeq = 1024 * customer.Value,
            ArrivedAt = Sample.Noon, DueAt = Sample.Noon.AddMinutes(customer.Value),
        };
        return new CustomerChanges(Sample.Company.Id, customer, [new Change.EnrollmentOpened(run)]);
    }

    private static long Bytes(string file)
    {
        using var connection = new RawConnection(file, readOnly: true);
        var ask = connection.Prepare("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
        ask.Read();
        return ask.Long(0);
    }
}
