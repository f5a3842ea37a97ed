using FlowBuilder.Core.Companies;
using FlowBuilder.Core.Customers;
using FlowBuilder.Runtime.Storage.Sqlite.Raw;

namespace FlowBuilder.Runtime.Storage.Sqlite.Writing;

/// <summary>Sets an input aside that made a turn fail.</summary>
internal sealed class ParkInput(RawConnection connection, WriteOperations operations)
{
    private readonly RawStatement _insert = connection.Prepare(
        "INSERT INTO parked_inputs (company_id, id, customer_id, input, error, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

    public void Write(int partition, long fence, long doneThrough, CompanyId company, CustomerId customer, string input, string error, DateTimeOffset at)
    {
        operations.Partitions.Advance(partition, fence, doneThrough);
        _insert.Add(company.Value).Add(operations.Ids.Next(IdBlocks.Lines)).Add(customer.Value).Add(input).Add(error).Add(at).Run();
    }
}
