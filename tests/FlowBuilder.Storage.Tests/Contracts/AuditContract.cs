using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.AuditLog;
using FlowBuilder.Core.Model.Companies;
using FlowBuilder.Core.Model.Customers;
using FlowBuilder.Storage.AuditLog;
using FlowBuilder.Storage.Model;
using FlowBuilder.Storage.Ports;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace FlowBuilder.Storage.Tests.Contracts;

/// <summary>Who did what stands in the commit of what it tells of.</summary>
public abstract class AuditContract : EngineStoreContract
{
    [Fact]
    public async Task An_audit_line_stands_with_what_it_tells_of_or_neither_does()
    {
        var stored = await Accept(Sample.Event("m1"));
        var partition = PartitionOf(stored.Customer);
        var old = await Store.Partitions.TakeAsync(partition, Cancellation);
        var start = await Store.Partitions.TakeAsync(partition, Cancellation);
        var note = new Change.AuditLineAdded(
            new AuditNote(new Actor("user:lena", "Lena"), "customer.change", stored.Customer.ToString(), "changed a customer"),
            Sample.Noon);
        TurnBatch Batch(long fence, params Change[] changes) =>
            new(partition, fence, 0, [new CustomerChanges(Sample.Company.Id, stored.Customer, [.. changes])]);

        // Behind a newer pump, and beside a row that cannot be written (its id is taken): both are gone.
        await Should.ThrowAsync<StaleFenceException>(
            () => Store.Turns.CommitAsync(Batch(old.Fence, new Change.TagAdded("vip", new TagMark(null)), note), Cancellation));
        await Store.Turns.CommitAsync(Batch(start.Fence, new Change.NoteAdded(5, "note", Sample.Noon, null)), Cancellation);
        await Should.ThrowAsync<Microsoft.Data.Sqlite.SqliteException>(
            () => Store.Turns.CommitAsync(
                Batch(
                    start.Fence, new Change.TagAdded("vip", new TagMark(null)), note, new Change.NoteAdded(5, "twice", Sample.Noon, null)),
                Cancellation));
        await Should.ThrowAsync<Microsoft.Data.Sqlite.SqliteException>(
            () => Store.Turns.CommitAsync(
                Batch(
                    start.Fence, new Change.NoteAdded(5, "twice", Sample.Noon, null), new Change.TagAdded("vip", new TagMark(null)), note),
                Cancellation));
        await using var context = Fixture.Contexts.CreateFor(Sample.Company.Id);
        ((await context.AuditLog.CountAsync(Cancellation)), (await State(stored.Customer)).Facts.HasTag("vip")).ShouldBe((0, false));

        await Store.Turns.CommitAsync(Batch(start.Fence, new Change.TagAdded("vip", new TagMark(null)), note, note), Cancellation);
        (await State(stored.Customer)).Facts.HasTag("vip").ShouldBeTrue();
        var lines = await context.AuditLog.AsNoTracking().OrderBy(line => line.Id).ToListAsync(Cancellation);
        lines.Select(line => (line.Id, line.By, line.ActorId, line.Action, line.Subject, line.Words, line.At))
            .ShouldBe(Enumerable.Range(1, 2)
                .Select(
                    place =>
                        ((long)place, "Lena", "user:lena", "customer.change", (string?)stored.Customer.ToString(), "changed a customer",
                         Sample.Noon)));
        (await AuditChain.FindBreakAsync(context, Fixture.Seals, Cancellation)).ShouldBeNull();
    }
}
