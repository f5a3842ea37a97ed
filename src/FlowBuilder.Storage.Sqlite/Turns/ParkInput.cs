using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Storage.Model.Engine;
using FlowBuilder.Storage.Ports;
using FlowBuilder.Storage.Sqlite.Raw;
using FlowBuilder.Storage.Sqlite.Writer;

namespace FlowBuilder.Storage.Sqlite.Turns;

/// <summary>Sets an input aside that made a turn fail; one that was tried again and broke again keeps its row.</summary>
internal sealed class ParkInput(RawConnection connection, WriteOperations operations)
{
    private readonly RawStatement _again =
        connection.Prepare("UPDATE parked_inputs SET tries = tries + 1, at = ?4, error = ?3 WHERE company_id = ?1 AND id = ?2");

    private readonly RawStatement _cameBack = connection.Prepare(
        "UPDATE parked_inputs SET tries = tries + 1, at = ?5, error = ?4 WHERE company_id = ?1 AND customer_id = ?2 AND input = ?3");

    private readonly RawStatement _done = connection.Prepare("DELETE FROM parked_inputs WHERE company_id = ?1 AND id = ?2");

    private readonly RawStatement _insert = connection.Prepare(
        "INSERT INTO parked_inputs (company_id, id, customer_id, kind, input, error, at, tries) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)");

    public void Write(int partition, long fence, long doneThrough, ParkedInput parked, DateTimeOffset at)
    {
        operations.Partitions.Advance(partition, fence, doneThrough);
        if (parked.Input.Parked is { } known)
        {
            _again.Add(parked.Company.Value).Add(known).Add(parked.Error).Add(at).Run();
            return;
        }

        // What is due comes back by itself and may break again: it is one thing that is broken.
        var input = StoredInput.Write(parked.Input);
        if (_cameBack.Add(parked.Company.Value).Add(parked.Customer.Value).Add(input).Add(parked.Error).Add(at).Run() > 0) return;
        _insert.Add(parked.Company.Value)
            .Add(operations.Ids.Next(IdBlocks.Lines))
            .Add(parked.Customer.Value)
            .Add(StoredInput.KindOf(parked.Input))
            .Add(input)
            .Add(parked.Error)
            .Add(at).Run();
    }

    public void Done(CompanyId company, long id) => _done.Add(company.Value).Add(id).Run();
}
