using FlowBuilder.Core.Engine.Turns;
using FlowBuilder.Core.Model.Events;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite.Intake;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Writer;

namespace FlowBuilder.Storage.Sqlite.Turns;

/// <summary>Writes what turns decided, after the check of the token: one statement for each change,
/// step runs and counts of steps collected for the whole commit.</summary>
internal sealed class CommitTurns(RawConnection connection, WriteOperations operations)
{
    private readonly WriteCustomers _customers = new(connection, operations.Index);
    private readonly WriteEvents _events = new(connection);
    private readonly WriteEnrollments _runs = new(connection);
    private readonly WriteHistory _history = new(connection, operations.Ids);
    private readonly WriteTallies _tallies = new(connection);
    private readonly WriteMessages _messages = new(connection);
    private readonly WriteMoments _moments = new(connection);
    private readonly WriteReviews _reviews = new(connection);
    private readonly WriteToDosAndNotes _office = new(connection);
    private readonly WriteSuppressions _suppressions = new(connection, operations.Hashes);

    /// <exception cref="StaleFenceException">A newer pump has the partition.</exception>
    public void Write(TurnBatch batch)
    {
        operations.Partitions.Advance(batch.Partition, batch.Fence, batch.DoneThrough);
        foreach (var ahead in batch.DoneAhead) _events.WorkedOff(ahead.Company, ahead.Customer, ahead.Event!.Seq);
        _tallies.Begin();
        _history.Begin();
        foreach (var customer in batch.Customers)
            foreach (var change in customer.Changes)
                Write(customer.Company, customer.Customer, batch.Partition, change);

        _history.Write();
        _tallies.Write();
    }

    private void Write(CompanyId company, CustomerId customer, int partition, Change change)
    {
        switch (change)
        {
            case Change.EnrollmentChanged it: _runs.Update(it.Enrollment); break;
            case Change.StepRunAdded it:
                _history.Add(company, it.StepRun);
                _tallies.Count(company, it.StepRun);
                break;
            case Change.EnrollmentOpened it: _runs.Insert(it.Enrollment, partition); break;
            case Change.DecisionAdded it: _history.Insert(company, customer, it.Decision); break;
            case Change.EventRaised it:
                operations.Ids.Pass(IdBlocks.Positions, it.Event.Seq / CustomerEvent.SeqStep);
                _events.Insert(company, customer, it.Event, inbox: null, merges: null);
                break;
            case Change.TagAdded it: _customers.AddTag(company, customer, it.Tag, it.Mark); break;
            case Change.TagRemoved it: _customers.RemoveTag(company, customer, it.Tag); break;
            case Change.CustomerChanged it: _customers.Update(it.Customer); break;
            case Change.RecordChanged it: _customers.SetRecord(company, customer, it.Record); break;
            case Change.MessageAdded it: _messages.Insert(company, partition, it.Message); break;
            case Change.MessageChanged it: _messages.Update(company, it.Message); break;
            case Change.MomentAdded it: _moments.Insert(company, customer, partition, it.Moment); break;
            case Change.MomentRemoved it: _moments.Delete(company, it.MomentId); break;
            case Change.ArmRemembered it: _moments.Remember(company, customer, it.Arm, it.At); break;
            case Change.ArmForgotten it: _moments.Forget(company, customer, it.Arm); break;
            case Change.ReviewOpened it: _reviews.Insert(company, customer, partition, it.Review); break;
            case Change.ReviewChanged it: _reviews.Update(company, it.Review); break;
            case Change.ToDoAdded it: _office.Insert(company, customer, it); break;
            case Change.ToDoCompleted it: _office.Complete(company, it); break;
            case Change.NoteAdded it: _office.Insert(company, customer, it); break;
            case Change.NotificationAdded it: _office.Insert(company, customer, it); break;
            case Change.AuditLineAdded it: operations.Audit.Append(company, it.Note, it.At); break;
            case Change.ParkedInputDone it: operations.Park.Done(company, it.Id); break;
            case Change.AddressSuppressed it: _suppressions.Add(company, it); break;
            case Change.AddressFreed it: _suppressions.End(company, it); break;
            case Change.CustomerErased:
                _history.Write();
                operations.Erase.Write(company, customer);
                break;
            default: throw new NotSupportedException($"There is no statement for {change.GetType().Name}.");
        }
    }
}
